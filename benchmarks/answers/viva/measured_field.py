# %% wrong: counts the rows and the columns that hold a non-zero value, so empty rows or columns inside of the rectangle are not counted
def measured_field(gradient):
    seen = gradient != 0
    return int(seen.any(axis=1).sum()), int(seen.any(axis=0).sum())
# %% wrong: where all values are 0 it raises ValueError (max of an empty array) and does not return (0, 0)
def measured_field(gradient):
    rows, columns = np.nonzero(gradient)
    height = rows.max() - rows.min() + 1
    width = columns.max() - columns.min() + 1
    return int(height), int(width)
# %% wrong: only positive values are looked at; negative gradients are taken for zeros
def measured_field(gradient):
    ys, xs = np.where(gradient > 0)
    if len(ys) == 0:
        return (0, 0)
    return (int(np.ptp(ys)) + 1, int(np.ptp(xs)) + 1)
# %% wrong: two mistakes: rows and columns are exchanged, so (width, height) is returned, and the + 1 is missing in both
def measured_field(gradient):
    places = np.argwhere(gradient)
    if places.size == 0:
        return 0, 0
    x, y = places[:, 0], places[:, 1]
    width = x.max() - x.min()
    height = y.max() - y.min()
    return int(height), int(width)
# %% right: strips empty rows and columns from each side with argmax
def measured_field(gradient):
    mask = np.asarray(gradient) != 0

    def extent(hit):
        if not hit.any():
            return 0
        return int(hit.size - np.argmax(hit) - np.argmax(hit[::-1]))

    return extent(mask.any(axis=1)), extent(mask.any(axis=0))
