# %% wrong: counts the rows and columns that hold a non-zero value, so empty rows or columns inside the rectangle are missing; shows when there are holes
def measured_field(gradient):
    rows, cols = np.nonzero(gradient)
    return len(set(rows.tolist())), len(set(cols.tolist()))
# %% wrong: only values above 0 are counted, negative ones are overlooked
def measured_field(gradient):
    r, c = np.where(gradient > 0)
    if len(r) == 0:
        return (0, 0)
    return (int(r.max() - r.min() + 1), int(c.max() - c.min() + 1))
# %% wrong: two mistakes: the + 1 is missing, and the width is returned before the height
def measured_field(gradient):
    ys, xs = np.nonzero(gradient)
    if ys.size == 0:
        return 0, 0
    height = ys.max() - ys.min()
    width = xs.max() - xs.min()
    return int(width), int(height)
# %% wrong: the case of zeros only is forgotten and raises an error (max of an empty array); right otherwise
def measured_field(gradient):
    rows, columns = np.nonzero(gradient)
    return rows.max() - rows.min() + 1, columns.max() - columns.min() + 1
# %% right: trims empty rows and columns from both ends
def measured_field(gradient):
    def extent(lines):
        filled = [bool(np.any(line != 0)) for line in lines]
        if True not in filled:
            return 0
        return len(filled) - filled.index(True) - filled[::-1].index(True)
    gradient = np.asarray(gradient)
    return extent(gradient), extent(gradient.T)
