# %% wrong: height and width are both stretched to size, instead of one common factor for both
def centre_digit(drawing, size=20, side=28):
    def resized(a, h, w):
        def m(n, k):
            e = np.arange(k + 1) * n / k
            lo, hi = e[:-1, None], e[1:, None]
            p = np.arange(n)
            return np.clip(np.minimum(hi, p + 1) - np.maximum(lo, p), 0, None) * k / n
        return m(a.shape[0], h) @ a @ m(a.shape[1], w).T
    out = np.zeros((side, side))
    rows, cols = np.nonzero(drawing)
    if len(rows) == 0:
        return out
    box = drawing[rows.min():rows.max() + 1, cols.min():cols.max() + 1]
    box = resized(box, size, size)
    r = np.arange(size) @ box.sum(axis=1) / box.sum()
    c = np.arange(size) @ box.sum(axis=0) / box.sum()
    top = min(max(int(round(side // 2 - r)), 0), side - size)
    left = min(max(int(round(side // 2 - c)), 0), side - size)
    out[top:top + size, left:left + size] = box
    return out
# %% wrong: the first row and column are cut down to whole numbers by int() instead of rounded to the nearest
def centre_digit(drawing, size=20, side=28):
    def resized(image, height, width):
        def weights(n, k):
            edges = np.linspace(0, n, k + 1)
            low, high = edges[:-1, None], edges[1:, None]
            pixel = np.arange(n)[None]
            overlap = np.maximum(np.minimum(high, pixel + 1) - np.maximum(low, pixel), 0)
            return overlap / overlap.sum(axis=1, keepdims=True)
        return weights(image.shape[0], height) @ image @ weights(image.shape[1], width).T
    result = np.zeros((side, side))
    if not drawing.any():
        return result
    r, c = np.nonzero(drawing)
    box = drawing[r.min():r.max() + 1, c.min():c.max() + 1]
    scale = size / max(box.shape)
    height, width = (max(1, round(n * scale)) for n in box.shape)
    box = resized(box, height, width)
    mass = box.sum()
    row = (box.sum(axis=1) * np.arange(height)).sum() / mass
    column = (box.sum(axis=0) * np.arange(width)).sum() / mass
    top = int(np.clip(int(side // 2 - row), 0, side - height))
    left = int(np.clip(int(side // 2 - column), 0, side - width))
    result[top:top + height, left:left + width] = box
    return result
# %% wrong: two mistakes: the middle of the box is put into the middle of the image instead of the centre of mass, and a drawing without ink raises a ValueError
def centre_digit(drawing, size=20, side=28):
    def resized(a, h, w):
        def m(n, k):
            e = np.arange(k + 1) * n / k
            p = np.arange(n)
            return np.clip(np.minimum(e[1:, None], p + 1) - np.maximum(e[:-1, None], p), 0, None) * k / n
        return m(a.shape[0], h) @ a @ m(a.shape[1], w).T
    ys, xs = np.where(drawing > 0)
    cut = drawing[ys.min():ys.max() + 1, xs.min():xs.max() + 1]
    factor = size / max(cut.shape)
    h = max(1, int(round(cut.shape[0] * factor)))
    w = max(1, int(round(cut.shape[1] * factor)))
    digit = np.zeros((side, side))
    top, left = (side - h) // 2, (side - w) // 2
    digit[top:top + h, left:left + w] = resized(cut, h, w)
    return digit
# %% wrong: mean row and mean column are swapped: the row is weighted by the sums of the columns and the other way round (an error from np.average when the scaled box is not square)
def centre_digit(drawing, size=20, side=28):
    def area(n, k):
        e = np.arange(k + 1) * n / k
        p = np.arange(n)
        return np.clip(np.minimum(e[1:, None], p + 1) - np.maximum(e[:-1, None], p), 0, None) * k / n
    page = np.zeros((side, side))
    ink = np.argwhere(drawing)
    if ink.size == 0:
        return page
    (r0, c0), (r1, c1) = ink.min(axis=0), ink.max(axis=0) + 1
    box = drawing[r0:r1, c0:c1]
    longest = max(box.shape)
    h, w = [max(1, round(each * size / longest)) for each in box.shape]
    box = area(box.shape[0], h) @ box @ area(box.shape[1], w).T
    mean_row = np.average(np.arange(h), weights=box.sum(axis=0))
    mean_column = np.average(np.arange(w), weights=box.sum(axis=1))
    top = min(max(round(side // 2 - mean_row), 0), side - h)
    left = min(max(round(side // 2 - mean_column), 0), side - w)
    page[top:top + h, left:left + w] = box
    return page
# %% right: area means from a cumulative sum, every allowed place tried for the nearest
def centre_digit(drawing, size=20, side=28):
    def shrink(a, k):
        total = np.vstack([np.zeros((1, a.shape[1])), np.cumsum(a, axis=0)])
        edges = np.arange(k + 1) * len(a) / k
        at = np.array([np.interp(edges, np.arange(len(a) + 1), column) for column in total.T]).T
        return np.diff(at, axis=0) * k / len(a)
    digit = np.zeros((side, side))
    rows, columns = (np.flatnonzero((drawing != 0).any(axis=axis)) for axis in (1, 0))
    if not len(rows):
        return digit
    box = drawing[rows[0]:rows[-1] + 1, columns[0]:columns[-1] + 1].astype(float)
    big = max(box.shape)
    h, w = (max(1, math.floor(n * size / big + 0.5)) for n in box.shape)
    box = shrink(shrink(box, h).T, w).T
    def best(sums):
        centre = np.dot(sums, np.arange(len(sums))) / np.sum(sums)
        return min(range(side - len(sums) + 1), key=lambda first: abs(first + centre - side // 2))
    top, left = best(box.sum(1)), best(box.sum(0))
    digit[top:top + h, left:left + w] = box
    return digit
