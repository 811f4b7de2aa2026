# %% wrong: only positive values count; shows where a negative value stands at the rectangle's edge
def measured_field(gradient):
    r, c = np.where(gradient > 0)
    if len(r) == 0:
        return (0, 0)
    return (int(r.max() - r.min() + 1), int(c.max() - c.min() + 1))
# %% wrong: 1 is not added to the differences, so that both numbers are one too small where any value is non-zero
def measured_field(gradient):
    if not gradient.any():
        return 0, 0
    ys, xs = np.nonzero(gradient)
    return int(ys.max() - ys.min()), int(xs.max() - xs.min())
# %% wrong: the rows and columns that hold a non-zero value are counted; empty rows or columns inside the rectangle are left out
def measured_field(gradient):
    height = 0
    for row in gradient:
        if np.any(row != 0):
            height += 1
    width = 0
    for column in gradient.T:
        if np.any(column != 0):
            width += 1
    return height, width
# %% wrong: there is no answer for a gradient of zeros only: an error there
def measured_field(gradient):
    rows, columns = np.nonzero(gradient)
    return np.ptp(rows) + 1, np.ptp(columns) + 1
# %% right: empty edges are cut off one after the other
def measured_field(gradient):
    g = np.asarray(gradient) != 0
    if not g.any():
        return (0, 0)
    for _ in range(4):  # cut at the top, then turn by a quarter
        while not g[0].any():
            g = g[1:]
        g = np.rot90(g)
    return g.shape
