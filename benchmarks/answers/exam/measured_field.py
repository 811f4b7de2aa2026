# %% wrong: sums the rows first, where positive and negative values cancel
def measured_field(gradient):
    rows = np.flatnonzero(gradient.sum(axis=1))
    columns = np.flatnonzero(gradient.sum(axis=0))
    if len(rows) == 0 or len(columns) == 0:
        return 0, 0
    return int(rows[-1] - rows[0] + 1), int(columns[-1] - columns[0] + 1)

# %% wrong: counts the rows and columns with a value, holes are left out
def measured_field(gradient):
    rows, columns = np.nonzero(gradient)
    return len(set(rows)), len(set(columns))

# %% wrong: nothing for a gradient of zeros, ValueError from min of an empty array
def measured_field(gradient):
    rows, columns = np.nonzero(gradient)
    return rows.max() - rows.min() + 1, columns.max() - columns.min() + 1

# %% wrong: measured from the first row and column of the array
def measured_field(gradient):
    rows, columns = np.nonzero(gradient)
    if rows.size == 0:
        return 0, 0
    return rows.max() + 1, columns.max() + 1

# %% wrong: np.any of the places, a single value at (0, 0) counts as none
def measured_field(gradient):
    places = np.argwhere(gradient)
    if not places.any():
        return 0, 0
    height, width = places.max(axis=0) - places.min(axis=0) + 1
    return int(height), int(width)

# %% wrong: rows are sorted by np.nonzero, columns are not; the last found is taken for the largest column
def measured_field(gradient):
    rows, columns = np.nonzero(gradient)
    if len(rows) == 0:
        return 0, 0
    return rows[-1] - rows[0] + 1, columns[-1] - columns[0] + 1

# %% right: which rows and columns hold anything
def measured_field(gradient):
    def extent(hit):
        places = np.flatnonzero(hit)
        return 0 if len(places) == 0 else int(places[-1] - places[0] + 1)

    filled = gradient != 0
    return extent(filled.any(axis=1)), extent(filled.any(axis=0))
