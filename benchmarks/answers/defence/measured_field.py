# %% wrong: two mistakes: height and width are computed without the + 1 (largest minus smallest place), and they are returned in the wrong order, (width, height)
def measured_field(gradient):
    rows, cols = np.nonzero(gradient)
    if len(rows) == 0:
        return (0, 0)
    return (int(cols.max() - cols.min()), int(rows.max() - rows.min()))
# %% wrong: only positive values count (gradient > 0), so negative gradients are overlooked
def measured_field(gradient):
    mask = gradient > 0
    if not mask.any():
        return 0, 0
    r = np.where(mask.any(axis=1))[0]
    c = np.where(mask.any(axis=0))[0]
    return int(r[-1] - r[0] + 1), int(c[-1] - c[0] + 1)
# %% wrong: counts the rows and the columns that hold a non-zero value instead of the extent from first to last, so empty rows or columns in between are left out
def measured_field(gradient):
    height = int(np.count_nonzero(np.abs(gradient).sum(axis=1)))
    width = int(np.count_nonzero(np.abs(gradient).sum(axis=0)))
    return height, width
# %% wrong: no case for a gradient of zeros only: max of an empty array raises a ValueError
def measured_field(gradient):
    rows, columns = np.nonzero(gradient)
    height = rows.max() - rows.min() + 1
    width = columns.max() - columns.min() + 1
    return int(height), int(width)
# %% right: cut empty rows and columns off each end
def measured_field(gradient):
    def extent(used):
        used = list(used)
        while used and not used[0]:
            used.pop(0)
        while used and not used[-1]:
            used.pop()
        return len(used)
    marks = np.asarray(gradient) != 0
    return extent(marks.any(axis=1)), extent(marks.any(axis=0))
