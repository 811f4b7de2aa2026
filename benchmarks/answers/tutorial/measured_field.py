# %% wrong: no answer for a gradient of zeros: max of an empty array raises ValueError; right otherwise
def measured_field(gradient):
    rows, columns = np.nonzero(gradient)
    return int(rows.max() - rows.min() + 1), int(columns.max() - columns.min() + 1)
# %% wrong: rows and columns with a non-zero value are counted, so holes inside the rectangle are left out; right without holes
def measured_field(gradient):
    used = gradient != 0
    height = sum(1 for row in used if row.any())
    width = sum(1 for column in used.T if column.any())
    return height, width
# %% wrong: rows and columns count where their sum is not 0: positive and negative values that cancel each other make a row or column disappear
def measured_field(gradient):
    rows = np.flatnonzero(gradient.sum(axis=1))
    columns = np.flatnonzero(gradient.sum(axis=0))
    if len(rows) == 0 or len(columns) == 0:
        return 0, 0
    return int(rows[-1] - rows[0]) + 1, int(columns[-1] - columns[0]) + 1
# %% wrong: two mistakes: only positive values count, and (width, height) is returned in place of (height, width)
def measured_field(gradient):
    places = np.argwhere(gradient > 0)
    if len(places) == 0:
        return (0, 0)
    (y0, x0), (y1, x1) = places.min(axis=0), places.max(axis=0)
    return (int(x1 - x0 + 1), int(y1 - y0 + 1))
# %% right: crops rows and columns of zeros from the four sides
def measured_field(gradient):
    box = [list(line) for line in np.asarray(gradient) != 0]
    for _ in range(2):
        while box and not any(box[0]):
            box.pop(0)
        while box and not any(box[-1]):
            box.pop()
        box = [list(line) for line in zip(*box)]
    return (len(box), len(box[0])) if box else (0, 0)
