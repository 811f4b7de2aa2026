# %% wrong: counts the rows and columns that hold a non-zero value instead of the span from first to last; shows when an all-zero row or column lies between
def measured_field(gradient):
    some = gradient != 0
    h = int(some.any(axis=1).sum())
    w = int(some.any(axis=0).sum())
    return h, w
# %% wrong: looks at positive values only, negative gradients are taken for zero; shows when a negative value lies outside the rectangle of the positive ones
def measured_field(gradient):
    rows, cols = np.where(gradient > 0)
    if len(rows) == 0:
        return (0, 0)
    return int(rows.max() - rows.min() + 1), int(cols.max() - cols.min() + 1)
# %% wrong: two mistakes: returns (width, height) instead of (height, width) (shows when they differ), and crashes where all values are 0
def measured_field(gradient):
    ys, xs = np.nonzero(gradient)
    return (int(max(xs) - min(xs)) + 1, int(max(ys) - min(ys)) + 1)
# %% wrong: the + 1 is missing, so height and width are both too small by one; shows whenever a value is not 0
def measured_field(gradient):
    top = left = None
    for i in range(gradient.shape[0]):
        for j in range(gradient.shape[1]):
            if gradient[i, j] != 0:
                if top is None:
                    top, bottom, left, right = i, i, j, j
                bottom = max(bottom, i)
                left = min(left, j)
                right = max(right, j)
    if top is None:
        return (0, 0)
    return (bottom - top, right - left)
# %% right: peels off empty rows, then turns and does the same for the columns
def measured_field(gradient):
    def span(lines):
        lines = [bool(np.any(line)) for line in lines]
        while lines and not lines[0]:
            lines.pop(0)
        while lines and not lines[-1]:
            lines.pop()
        return len(lines)

    return span(gradient), span(np.transpose(gradient))
