# %% wrong: counts the rows and columns with something in them, so empty ones between are left out
def measured_field(gradient):
    rows = np.any(gradient != 0, axis=1).sum()
    columns = np.any(gradient != 0, axis=0).sum()
    return int(rows), int(columns)
# %% wrong: no answer for a gradient of zeros: ValueError (min of nothing)
def measured_field(gradient):
    rows, columns = np.nonzero(gradient)
    return int(rows.max() - rows.min() + 1), int(columns.max() - columns.min() + 1)
# %% wrong: looks for positive values only, negative ones are taken for empty
def measured_field(gradient):
    places = np.argwhere(gradient > 0)
    if len(places) == 0:
        return (0, 0)
    height, width = places.max(axis=0) - places.min(axis=0) + 1
    return int(height), int(width)
# %% wrong: two mistakes: no + 1, and width and height are exchanged
def measured_field(gradient):
    rows, columns = np.where(gradient != 0)
    if rows.size == 0:
        return 0, 0
    height = rows.max() - rows.min()
    width = columns.max() - columns.min()
    return int(width), int(height)
# %% right: np.trim_zeros on the flags of rows and columns
def measured_field(gradient):
    used = np.asarray(gradient) != 0
    return tuple(len(np.trim_zeros(used.any(axis=axis).astype(int))) for axis in (1, 0))
