# %% wrong: the middle of the box, not the centre of mass of its ink, is put at side // 2
def centre_digit(drawing, size=20, side=28):
    def resized(image, height, width):  # means over areas
        def shares(n, m):
            low, high = np.arange(m)[:, None] * n / m, (np.arange(m)[:, None] + 1) * n / m
            k = np.arange(n)
            return np.clip(np.minimum(high, k + 1) - np.maximum(low, k), 0, None) * m / n
        return shares(image.shape[0], height) @ image @ shares(image.shape[1], width).T

    digit = np.zeros((side, side))
    rows, columns = np.nonzero(drawing)
    if len(rows) == 0:
        return digit
    box = drawing[rows.min():rows.max() + 1, columns.min():columns.max() + 1]
    factor = size / max(box.shape)
    height, width = (max(1, round(n * factor)) for n in box.shape)
    top, left = side // 2 - height // 2, side // 2 - width // 2
    top, left = min(max(top, 0), side - height), min(max(left, 0), side - width)
    digit[top:top + height, left:left + width] = resized(box, height, width)
    return digit
# %% wrong: the first row and the first column are cut by int() instead of rounded to the nearest, so the digit often stands one pixel too high or too far left
def centre_digit(drawing, size=20, side=28):
    def resized(image, height, width):  # means over areas
        def shares(n, m):
            low, high = np.arange(m)[:, None] * n / m, (np.arange(m)[:, None] + 1) * n / m
            k = np.arange(n)
            return np.clip(np.minimum(high, k + 1) - np.maximum(low, k), 0, None) * m / n
        return shares(image.shape[0], height) @ image @ shares(image.shape[1], width).T

    out = np.zeros((side, side))
    ink = drawing > 0
    if not ink.any():
        return out
    r = np.where(ink.any(axis=1))[0]
    c = np.where(ink.any(axis=0))[0]
    box = drawing[r[0]:r[-1] + 1, c[0]:c[-1] + 1]
    scale = size / max(box.shape)
    h = max(1, round(box.shape[0] * scale))
    w = max(1, round(box.shape[1] * scale))
    box = resized(box, h, w)
    mean_row = box.sum(axis=1) @ np.arange(h) / box.sum()
    mean_col = box.sum(axis=0) @ np.arange(w) / box.sum()
    top = int(np.clip(side // 2 - mean_row, 0, side - h))
    left = int(np.clip(side // 2 - mean_col, 0, side - w))
    out[top:top + h, left:left + w] = box
    return out
# %% wrong: a drawing without ink is not thought of: ValueError, the minimum of an empty array
def centre_digit(drawing, size=20, side=28):
    def resized(image, height, width):  # means over areas
        def shares(n, m):
            low, high = np.arange(m)[:, None] * n / m, (np.arange(m)[:, None] + 1) * n / m
            k = np.arange(n)
            return np.clip(np.minimum(high, k + 1) - np.maximum(low, k), 0, None) * m / n
        return shares(image.shape[0], height) @ image @ shares(image.shape[1], width).T

    rows, cols = np.nonzero(drawing)
    box = drawing[rows.min() : rows.max() + 1, cols.min() : cols.max() + 1]
    factor = size / max(box.shape)
    height = max(1, round(box.shape[0] * factor))
    width = max(1, round(box.shape[1] * factor))
    small = resized(box, height, width)
    row = np.sum(np.arange(height)[:, None] * small) / np.sum(small)
    column = np.sum(np.arange(width) * small) / np.sum(small)
    first_row = int(np.clip(round(side // 2 - row), 0, side - height))
    first_column = int(np.clip(round(side // 2 - column), 0, side - width))
    answer = np.zeros((side, side))
    answer[first_row : first_row + height, first_column : first_column + width] = small
    return answer
# %% wrong: two mistakes: the shorter side of the box is cut by int() instead of rounded to the nearest whole number (at least 1 is kept), and the place is not kept inside, so a digit with its mass far from the middle raises a ValueError
def centre_digit(drawing, size=20, side=28):
    def resized(image, height, width):  # means over areas
        def shares(n, m):
            low, high = np.arange(m)[:, None] * n / m, (np.arange(m)[:, None] + 1) * n / m
            k = np.arange(n)
            return np.clip(np.minimum(high, k + 1) - np.maximum(low, k), 0, None) * m / n
        return shares(image.shape[0], height) @ image @ shares(image.shape[1], width).T

    result = np.zeros((side, side))
    if not drawing.any():
        return result
    ys, xs = np.nonzero(drawing)
    cut = drawing[ys.min():ys.max() + 1, xs.min():xs.max() + 1]
    h, w = cut.shape
    if h >= w:
        h, w = size, max(1, int(w * size / h))
    else:
        h, w = max(1, int(h * size / w)), size
    cut = resized(cut, h, w)
    cy = (cut.sum(axis=1) * np.arange(h)).sum() / cut.sum()
    cx = (cut.sum(axis=0) * np.arange(w)).sum() / cut.sum()
    y, x = round(side // 2 - cy), round(side // 2 - cx)
    result[y:y + h, x:x + w] = cut
    return result
# %% right: one helper for either axis, and np.pad lays the digit down
def centre_digit(drawing, size=20, side=28):
    def shares(n, m):
        """(m, n): what each of m new places takes of n old ones, by area."""
        edges = np.clip(np.linspace(0, n, m + 1)[:, None] - np.arange(n), 0, 1)
        return np.diff(edges, axis=0) * (m / n)

    def extent(axis):
        lines = np.flatnonzero((drawing != 0).any(axis=axis))
        return slice(lines[0], lines[-1] + 1)

    def margins(weights):
        n = len(weights)
        before = int(np.rint(side // 2 - np.average(np.arange(n), weights=weights)))
        before = sorted((0, before, side - n))[1]
        return before, side - n - before

    if np.count_nonzero(drawing) == 0:
        return np.zeros((side, side))
    box = drawing[extent(1), extent(0)]
    new = [max(1, int(np.rint(n * size / max(box.shape)))) for n in box.shape]
    box = shares(box.shape[0], new[0]) @ box @ shares(box.shape[1], new[1]).T
    return np.pad(box, [margins(box.sum(axis=1)), margins(box.sum(axis=0))])
