# %% wrong: only positive gradients count
def measured_field(gradient):
    rows, columns = np.nonzero(gradient > 0)
    if len(rows) == 0:
        return 0, 0
    return int(rows.max() - rows.min() + 1), int(columns.max() - columns.min() + 1)
# %% wrong: counts the rows and columns that are not all zero, so gaps inside the rectangle are missing
def measured_field(gradient):
    used = gradient != 0
    return int(used.any(axis=1).sum()), int(used.any(axis=0).sum())
# %% wrong: no case for all zeros: ValueError, maximum of an empty array
def measured_field(gradient):
    rows, columns = np.nonzero(gradient)
    return int(rows.max() - rows.min()) + 1, int(columns.max() - columns.min()) + 1
# %% right: any along each axis
def measured_field(gradient):
    size = []
    for axis in (1, 0):
        places = np.flatnonzero(np.any(gradient != 0, axis=axis))
        size.append(int(places[-1] - places[0] + 1) if places.size else 0)
    return tuple(size)
