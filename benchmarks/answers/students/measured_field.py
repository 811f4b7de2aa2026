# %% wrong: largest minus smallest without the + 1
def measured_field(gradient):
    rows, cols = np.nonzero(gradient)
    return rows.max() - rows.min(), cols.max() - cols.min()
# %% wrong: gradient > 0: negative slopes are not seen
def measured_field(gradient):
    rows, cols = np.where(gradient > 0)
    return rows.max() - rows.min() + 1, cols.max() - cols.min() + 1
# %% wrong: counts the rows and columns that are not zero, so holes make it too small
def measured_field(gradient):
    rows = (gradient != 0).any(axis=1).sum()
    cols = (gradient != 0).any(axis=0).sum()
    return rows, cols
# %% wrong: width and height exchanged
def measured_field(gradient):
    rows, cols = np.nonzero(gradient)
    return np.ptp(cols) + 1, np.ptp(rows) + 1
# %% wrong: sums of the rows and columns tell what is zero: slopes that cancel are lost
def measured_field(gradient):
    rows = np.flatnonzero(gradient.sum(axis=1))
    cols = np.flatnonzero(gradient.sum(axis=0))
    return rows[-1] - rows[0] + 1, cols[-1] - cols[0] + 1
# %% wrong: the largest row and column plus 1: counted from the corner of the picture, not from the smallest
def measured_field(gradient):
    rows, cols = np.nonzero(gradient)
    return rows.max() + 1, cols.max() + 1
# %% right: peels zero rows and columns off the four sides
def measured_field(gradient):
    g = np.asarray(gradient) != 0
    if not g.any():
        return 0, 0
    for _ in range(4):
        while not g[0].any():
            g = g[1:]
        g = np.rot90(g)
    return g.shape[0], g.shape[1]
