# %% wrong: only positive values are looked at (gradient > 0), so negative gradients are ignored
def measured_field(gradient):
    rows, cols = np.where(gradient > 0)
    if rows.size == 0:
        return (0, 0)
    return (int(rows.max() - rows.min()) + 1, int(cols.max() - cols.min()) + 1)
# %% wrong: two mistakes: the + 1 is missing, so height and width are each one too small, and they are returned in the order (width, height)
def measured_field(gradient):
    rows, columns = np.nonzero(gradient)
    if len(rows) == 0:
        return 0, 0
    return int(np.ptp(columns)), int(np.ptp(rows))
# %% wrong: rows and columns that hold a non-zero value are counted, so empty rows or columns in between are left out
def measured_field(gradient):
    nz = gradient != 0
    return int(nz.any(axis=1).sum()), int(nz.any(axis=0).sum())
# %% wrong: a gradient that is all 0 is not treated: max of an empty array raises ValueError
def measured_field(gradient):
    r, c = np.nonzero(gradient)
    height = r.max() - r.min() + 1
    width = c.max() - c.min() + 1
    return int(height), int(width)
# %% right: cut off empty rows and columns from all sides
def measured_field(gradient):
    lines = [list(np.any(gradient, axis=a)) for a in (1, 0)]
    def length(flags):
        if True not in flags:
            return 0
        return len(flags) - flags.index(True) - flags[::-1].index(True)
    return length(lines[0]), length(lines[1])
