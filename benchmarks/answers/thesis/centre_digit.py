# %% wrong: the centre of mass is measured before scaling and multiplied by the factor, off by (factor - 1) / 2 pixels; shows where that moves the digit by a pixel
def centre_digit(drawing, size=20, side=28):
    def overlap(new, old):
        edges = np.arange(new + 1) * old / new
        cells = np.arange(old)
        return np.clip(np.minimum(edges[1:, None], cells + 1) - np.maximum(edges[:-1, None], cells), 0, None) * new / old

    out = np.zeros((side, side))
    rows, cols = np.nonzero(drawing > 0)
    if len(rows) == 0:
        return out
    box = drawing[rows.min():rows.max() + 1, cols.min():cols.max() + 1]
    h, w = box.shape
    f = size / max(h, w)
    nh, nw = max(1, round(h * f)), max(1, round(w * f))
    cy = box.sum(axis=1) @ np.arange(h) / box.sum() * nh / h
    cx = box.sum(axis=0) @ np.arange(w) / box.sum() * nw / w
    small = overlap(nh, h) @ box @ overlap(nw, w).T
    y = min(max(round(side // 2 - cy), 0), side - nh)
    x = min(max(round(side // 2 - cx), 0), side - nw)
    out[y:y + nh, x:x + nw] = small
    return out
# %% wrong: both sides of the box are stretched to size, each by its own factor; right for a square box
def centre_digit(drawing, size=20, side=28):
    def scaled(image, height, width):
        def along(n, m):
            fine = np.zeros((n, m))
            for i in range(n):
                lo, hi = i * m / n, (i + 1) * m / n
                for k in range(m):
                    fine[i, k] = max(0, min(hi, k + 1) - max(lo, k)) / (hi - lo)
            return fine
        return along(height, image.shape[0]) @ image @ along(width, image.shape[1]).T

    canvas = np.zeros((side, side))
    if not np.any(drawing):
        return canvas
    r = np.where(drawing.any(axis=1))[0]
    c = np.where(drawing.any(axis=0))[0]
    box = scaled(drawing[r[0]:r[-1] + 1, c[0]:c[-1] + 1], size, size)
    mass = box.sum()
    mean_r = (box.sum(axis=1) * np.arange(size)).sum() / mass
    mean_c = (box.sum(axis=0) * np.arange(size)).sum() / mass
    top = int(np.clip(np.rint(side // 2 - mean_r), 0, side - size))
    left = int(np.clip(np.rint(side // 2 - mean_c), 0, side - size))
    canvas[top:top + size, left:left + size] = box
    return canvas
# %% wrong: the digit is not kept inside: crash where the centre of mass is so far off that the box would stand out of the image
def centre_digit(drawing, size=20, side=28):
    def weights(new, old):
        a = np.arange(new)[:, None] * old / new
        b = a + old / new
        k = np.arange(old)[None]
        w = np.maximum(np.minimum(b, k + 1) - np.maximum(a, k), 0)
        return w / w.sum(axis=1, keepdims=True)

    result = np.zeros((side, side))
    ys, xs = np.nonzero(drawing)
    if ys.size == 0:
        return result
    box = drawing[ys.min():ys.max() + 1, xs.min():xs.max() + 1]
    scale = size / max(box.shape)
    height, width = [max(int(round(n * scale)), 1) for n in box.shape]
    box = weights(height, box.shape[0]) @ box @ weights(width, box.shape[1]).T
    row = np.average(np.arange(height), weights=box.sum(axis=1))
    col = np.average(np.arange(width), weights=box.sum(axis=0))
    top, left = int(round(side // 2 - row)), int(round(side // 2 - col))
    result[top:top + height, left:left + width] = box
    return result
# %% wrong: two mistakes: the shorter side is rounded down instead of to the nearest, and so is the place (int instead of round)
def centre_digit(drawing, size=20, side=28):
    def shrink(image, new):
        # averages over areas, along axis 0
        old = len(image)
        sums = np.concatenate([np.zeros((1, image.shape[1])), np.cumsum(image, axis=0)])
        at = np.linspace(0, old, new + 1)
        lines = np.stack([np.interp(at, np.arange(old + 1), column) for column in sums.T], axis=1)
        return np.diff(lines, axis=0) * new / old

    digit = np.zeros((side, side))
    if drawing.sum() == 0:
        return digit
    rows, cols = np.flatnonzero(drawing.sum(1)), np.flatnonzero(drawing.sum(0))
    box = drawing[rows[0]:rows[-1] + 1, cols[0]:cols[-1] + 1]
    H, W = box.shape
    if H >= W:
        h, w = size, max(1, int(W * size / H))
    else:
        h, w = max(1, int(H * size / W)), size
    box = shrink(shrink(box, h).T, w).T
    cy = np.sum(box * np.arange(h)[:, None]) / box.sum()
    cx = np.sum(box * np.arange(w)) / box.sum()
    y = max(0, min(int(side // 2 - cy), side - h))
    x = max(0, min(int(side // 2 - cx), side - w))
    digit[y:y + h, x:x + w] = box
    return digit
# %% right: repeat and average (exact areas), then the best of all places inside is searched
def centre_digit(drawing, size=20, side=28):
    ink = drawing != 0
    if not ink.any():
        return np.zeros((side, side))
    top, bottom = ink.any(axis=1).argmax(), len(ink) - ink.any(axis=1)[::-1].argmax()
    left, right = ink.any(axis=0).argmax(), ink.shape[1] - ink.any(axis=0)[::-1].argmax()
    small = np.asarray(drawing, float)[top:bottom, left:right]
    longer, places = max(small.shape), []
    for _ in range(2):
        new = max(1, math.floor(len(small) * size / longer + 0.5))
        fine = np.repeat(small, new, axis=0)
        small = fine.reshape(new, len(small), -1).mean(axis=1).T
    for axis in (1, 0):
        sums = small.sum(axis=axis)
        middle = sums @ np.arange(len(sums)) / sums.sum()
        starts = np.arange(side - len(sums) + 1)
        places.append(int(np.abs(starts + middle - side // 2).argmin()))
    y, x = places
    after = [(y, side - y - small.shape[0]), (x, side - x - small.shape[1])]
    return np.pad(small, after)
