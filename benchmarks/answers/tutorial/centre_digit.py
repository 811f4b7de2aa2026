# %% wrong: a drawing without ink is not looked after: the smallest of no rows raises ValueError; right with ink
def centre_digit(drawing, size=20, side=28):
    def shares(old, new):
        edges = np.arange(new + 1) * old / new
        low = np.maximum(edges[:-1, None], np.arange(old))
        high = np.minimum(edges[1:, None], np.arange(old) + 1)
        return np.clip(high - low, 0, None) * new / old

    rows, columns = np.nonzero(drawing)
    box = drawing[rows.min():rows.max() + 1, columns.min():columns.max() + 1]
    factor = size / max(box.shape)
    height, width = (max(1, int(round(n * factor))) for n in box.shape)
    box = shares(box.shape[0], height) @ box @ shares(box.shape[1], width).T
    row = box.sum(axis=1) @ np.arange(height) / box.sum()
    column = box.sum(axis=0) @ np.arange(width) / box.sum()
    top = min(max(int(round(side // 2 - row)), 0), side - height)
    left = min(max(int(round(side // 2 - column)), 0), side - width)
    out = np.zeros((side, side))
    out[top:top + height, left:left + width] = box
    return out
# %% wrong: the middle of the box, not its centre of mass, is laid into the middle; right for digits whose ink is spread evenly
def centre_digit(drawing, size=20, side=28):
    out = np.zeros((side, side))
    ink = np.argwhere(drawing)
    if len(ink) == 0:
        return out
    (top, left), (bottom, right) = ink.min(axis=0), ink.max(axis=0) + 1
    box = drawing[top:bottom, left:right]
    scale = size / max(box.shape)
    h, w = max(1, round(box.shape[0] * scale)), max(1, round(box.shape[1] * scale))

    def matrix(old, new):
        m = np.zeros((new, old))
        for k in range(new):
            for place in range(old):
                inside = min((k + 1) * old / new, place + 1) - max(k * old / new, place)
                m[k, place] = max(inside, 0) * new / old
        return m

    box = matrix(box.shape[0], h) @ box @ matrix(box.shape[1], w).T
    i, j = (min(round(side // 2 - (n - 1) / 2), side - n) for n in (h, w))
    out[i:i + h, j:j + w] = box
    return out
# %% wrong: the centre of mass is brought to (side - 1) / 2, between two pixels, instead of side // 2, so many digits stand one pixel too far up or left
def centre_digit(drawing, size=20, side=28):
    canvas = np.zeros((side, side))
    if not np.any(drawing):
        return canvas
    r, c = np.flatnonzero(np.any(drawing, axis=1)), np.flatnonzero(np.any(drawing, axis=0))
    part = np.asarray(drawing, dtype=float)[r[0]:r[-1] + 1, c[0]:c[-1] + 1]
    longest = max(part.shape)
    new = [max(1, round(n * size / longest)) for n in part.shape]
    for axis in (0, 1):  # area averages from sums up to each edge
        sums = np.concatenate([np.zeros_like(part[:1]), np.cumsum(part, axis=0)])
        edges = np.linspace(0, len(part), new[axis] + 1)
        at = np.array([np.interp(edges, np.arange(len(sums)), column) for column in sums.T]).T
        part = (np.diff(at, axis=0) * new[axis] / len(part)).T
    middle = (side - 1) / 2
    row = (part.sum(axis=1) * np.arange(new[0])).sum() / part.sum()
    col = (part.sum(axis=0) * np.arange(new[1])).sum() / part.sum()
    y = int(np.clip(np.round(middle - row), 0, side - new[0]))
    x = int(np.clip(np.round(middle - col), 0, side - new[1]))
    canvas[y:y + new[0], x:x + new[1]] = part
    return canvas
# %% wrong: two mistakes: both sides of the box are scaled to size, so thin digits are stretched, and row and column of the centre of mass are exchanged
def centre_digit(drawing, size=20, side=28):
    result = np.zeros((side, side))
    if drawing.sum() == 0:
        return result
    rows = np.nonzero(drawing.sum(axis=1))[0]
    cols = np.nonzero(drawing.sum(axis=0))[0]
    box = drawing[rows[0]:rows[-1] + 1, cols[0]:cols[-1] + 1].astype(float)
    fine = np.repeat(np.repeat(box, size, axis=0), size, axis=1)
    scaled = fine.reshape(size, box.shape[0], size, box.shape[1]).mean(axis=(1, 3))
    mass = scaled.sum()
    row = (np.arange(size) * scaled.sum(axis=0)).sum() / mass
    column = (np.arange(size) * scaled.sum(axis=1)).sum() / mass
    top = int(np.clip(round(side // 2 - row), 0, side - size))
    left = int(np.clip(round(side // 2 - column), 0, side - size))
    result[top:top + size, left:left + size] = scaled
    return result
# %% right: repeat and average blocks for the areas
def centre_digit(drawing, size=20, side=28):
    page = np.zeros((side, side))
    ink = np.asarray(drawing, dtype=float)
    rows, columns = np.nonzero(ink)
    if len(rows) == 0:
        return page
    box = ink[rows.min():rows.max() + 1, columns.min():columns.max() + 1]

    def along(array, new):  # area averages along the first axis
        return array.repeat(new, axis=0).reshape(new, len(array), -1).mean(axis=1)

    longer = max(box.shape)
    height, width = (max(1, math.floor(n * size / longer + 0.5)) for n in box.shape)
    box = along(along(box, height).T, width).T
    place = []
    for axis, length in ((1, height), (0, width)):
        mean = np.average(np.arange(length), weights=box.sum(axis=axis))
        place.append(min(max(math.floor(side // 2 - mean + 0.5), 0), side - length))
    page[place[0]:place[0] + height, place[1]:place[1] + width] = box
    return page
