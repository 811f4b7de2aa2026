# %% wrong: only positive values (> 0) are looked at
def measured_field(gradient):
    rows, cols = np.where(gradient > 0)
    if len(rows) == 0:
        return (0, 0)
    return int(rows.max() - rows.min() + 1), int(cols.max() - cols.min() + 1)
# %% wrong: sums of rows and columns, which can cancel to 0
def measured_field(gradient):
    r = np.flatnonzero(gradient.sum(axis=1))
    c = np.flatnonzero(gradient.sum(axis=0))
    if r.size == 0 or c.size == 0:
        return 0, 0
    return int(r[-1] - r[0]) + 1, int(c[-1] - c[0]) + 1
# %% wrong: an absolute tolerance of 1e-8
def measured_field(gradient):
    mask = np.abs(gradient) > 1e-8
    if not mask.any():
        return 0, 0
    rows = np.where(mask.any(axis=1))[0]
    cols = np.where(mask.any(axis=0))[0]
    return int(rows[-1] - rows[0] + 1), int(cols[-1] - cols[0] + 1)
# %% wrong: max - min without + 1
def measured_field(gradient):
    nz = np.argwhere(gradient)
    if nz.shape[0] == 0:
        return 0, 0
    size = nz.max(axis=0) - nz.min(axis=0)
    return int(size[0]), int(size[1])
# %% wrong: the number of rows and columns with a value, not the rectangle's sides (holes do not count)
def measured_field(gradient: np.ndarray) -> tuple[int, int]:
    nonzero = gradient != 0
    height = int(nonzero.any(axis=1).sum())
    width = int(nonzero.any(axis=0).sum())
    return height, width
# %% wrong: (width, height), axes swapped
def measured_field(gradient):
    ys, xs = np.nonzero(gradient)
    if len(ys) == 0:
        return 0, 0
    w = int(xs.max()) - int(xs.min()) + 1
    h = int(ys.max()) - int(ys.min()) + 1
    return w, h
# %% wrong: counts from the corner (0, 0), the largest index plus 1
def measured_field(gradient):
    h = w = 0
    for i in range(gradient.shape[0]):
        for j in range(gradient.shape[1]):
            if gradient[i, j] != 0:
                h = max(h, i + 1)
                w = max(w, j + 1)
    return h, w
# %% wrong: fails where all values are 0 (max of nothing)
def measured_field(gradient):
    pts = [(i, j) for i, row in enumerate(gradient) for j, v in enumerate(row) if v != 0]
    rows = [p[0] for p in pts]
    cols = [p[1] for p in pts]
    return max(rows) - min(rows) + 1, max(cols) - min(cols) + 1
# %% right: any
def measured_field(gradient):
    on = np.asarray(gradient) != 0
    if not on.any():
        return 0, 0
    def side(v):
        return int(len(v) - np.argmax(v) - np.argmax(v[::-1]))
    return side(on.any(axis=1)), side(on.any(axis=0))
# %% right: loops
def measured_field(gradient):
    top = bottom = left = right = None
    for i in range(len(gradient)):
        for j in range(len(gradient[0])):
            if gradient[i][j] == 0:
                continue
            if top is None:
                top, bottom, left, right = i, i, j, j
            bottom = i
            left = min(left, j)
            right = max(right, j)
    if top is None:
        return (0, 0)
    return (bottom - top + 1, right - left + 1)
