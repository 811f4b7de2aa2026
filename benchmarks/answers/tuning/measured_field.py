# %% wrong: largest minus smallest index without the + 1
def measured_field(gradient):
    rows, columns = np.nonzero(gradient)
    if len(rows) == 0:
        return 0, 0
    return int(rows.max() - rows.min()), int(columns.max() - columns.min())
# %% wrong: only positive values are looked for, negative gradients are missed
def measured_field(gradient):
    rows, columns = np.nonzero(gradient > 0)
    if len(rows) == 0:
        return 0, 0
    return int(rows.max() - rows.min()) + 1, int(columns.max() - columns.min()) + 1
# %% wrong: ValueError where all values are 0, max of an empty array
def measured_field(gradient):
    rows, columns = np.nonzero(gradient)
    return int(rows.max() - rows.min()) + 1, int(columns.max() - columns.min()) + 1
# %% wrong: (width, height), swapped
def measured_field(gradient):
    rows, columns = np.nonzero(gradient)
    if len(rows) == 0:
        return 0, 0
    return int(columns.max() - columns.min()) + 1, int(rows.max() - rows.min()) + 1
# %% wrong: the rectangle is measured from the top left corner of the array, max + 1
def measured_field(gradient):
    rows, columns = np.nonzero(gradient)
    if len(rows) == 0:
        return 0, 0
    return int(rows.max()) + 1, int(columns.max()) + 1
# %% wrong: the rows and columns that contain a value are counted, holes are left out
def measured_field(gradient):
    rows, columns = np.nonzero(gradient)
    return len(set(rows)), len(set(columns))
# %% wrong: values below 1e-6 count as 0
def measured_field(gradient):
    rows, columns = np.nonzero(np.abs(gradient) > 1e-6)
    if len(rows) == 0:
        return 0, 0
    return int(rows.max() - rows.min()) + 1, int(columns.max() - columns.min()) + 1
# %% wrong: the number of non-zero values instead of height and width
def measured_field(gradient):
    return np.count_nonzero(gradient)
# %% wrong: the last index minus the first of the list, columns are not in order there
def measured_field(gradient):
    rows, columns = np.nonzero(gradient)
    if len(rows) == 0:
        return 0, 0
    return int(rows[-1] - rows[0]) + 1, int(columns[-1] - columns[0]) + 1
# %% wrong: (1, 1) instead of (0, 0) where all values are 0
def measured_field(gradient):
    rows, columns = np.nonzero(gradient)
    if len(rows) == 0:
        rows = columns = np.array([0])
    return int(rows.max() - rows.min()) + 1, int(columns.max() - columns.min()) + 1
# %% wrong: the shape of the whole gradient
def measured_field(gradient):
    return gradient.shape
# %% right: extremes of np.nonzero
def measured_field(gradient):
    rows, columns = np.nonzero(gradient)
    if len(rows) == 0:
        return 0, 0
    return int(rows.max() - rows.min()) + 1, int(columns.max() - columns.min()) + 1
# %% right: any along each axis
def measured_field(gradient):
    def extent(line):
        places = np.flatnonzero(line)
        return int(places[-1] - places[0] + 1) if places.size else 0

    used = gradient != 0
    return extent(used.any(axis=1)), extent(used.any(axis=0))
# %% right: trims empty rows and columns
def measured_field(gradient):
    rows = [list(row) for row in gradient]

    def trim(lines):
        while lines and not any(lines[0]):
            lines = lines[1:]
        while lines and not any(lines[-1]):
            lines = lines[:-1]
        return lines

    rows = trim(rows)
    columns = trim([list(column) for column in zip(*rows)])
    return len(rows), len(columns)
