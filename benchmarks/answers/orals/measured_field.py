# %% wrong: only positive values count, negative gradients are taken for 0
def measured_field(gradient):
    rows, columns = np.where(gradient > 0)
    if len(rows) == 0:
        return 0, 0
    return int(rows.max() - rows.min() + 1), int(columns.max() - columns.min() + 1)
# %% wrong: rows and columns are exchanged, so it returns (width, height)
def measured_field(gradient):
    places = np.argwhere(gradient)
    if places.size == 0:
        return (0, 0)
    y, x = places.T
    width = x.max() - x.min() + 1
    height = y.max() - y.min() + 1
    return (int(width), int(height))
# %% wrong: no case for a gradient of zeros only: there it crashes with a ValueError (minimum of an empty array) instead of returning (0, 0)
def measured_field(gradient):
    r, c = np.nonzero(gradient)
    return int(np.ptp(r)) + 1, int(np.ptp(c)) + 1
# %% wrong: counts the rows and the columns that hold a non-zero value, so empty rows or columns (holes) inside of the rectangle are left out
def measured_field(gradient):
    used = gradient != 0
    height = used.any(axis=1).sum()
    width = used.any(axis=0).sum()
    return int(height), int(width)
# %% right: trims zeros with two while loops
def measured_field(gradient):
    def extent(flags):
        flags = list(flags)
        while flags and not flags[-1]:
            flags.pop()
        while flags and not flags[0]:
            flags.pop(0)
        return len(flags)

    nonzero = np.asarray(gradient) != 0
    return extent(nonzero.any(axis=1)), extent(nonzero.any(axis=0))
