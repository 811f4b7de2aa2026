# %% wrong: height and width are scaled by two factors, both to `size`: narrow digits get stretched (right for square boxes)
def centre_digit(drawing, size=20, side=28):
    def resized(a, height, width):
        def overlap(old, new):
            edge = np.arange(new + 1) * old / new
            low, high = np.maximum(edge[:-1, None], np.arange(old)), np.minimum(edge[1:, None], np.arange(old) + 1)
            return np.clip(high - low, 0, None) * new / old
        return overlap(a.shape[0], height) @ a @ overlap(a.shape[1], width).T
    rows, cols = np.nonzero(drawing)
    box = drawing[rows.min():rows.max() + 1, cols.min():cols.max() + 1]
    h = w = size
    digit = resized(box, h, w)
    total = digit.sum()
    row = (digit.sum(axis=1) @ np.arange(h)) / total
    col = (digit.sum(axis=0) @ np.arange(w)) / total
    top = min(max(round(side // 2 - row), 0), side - h)
    left = min(max(round(side // 2 - col), 0), side - w)
    out = np.zeros((side, side))
    out[top:top + h, left:left + w] = digit
    return out
# %% wrong: puts the middle of the box in the middle, not the centre of mass
def centre_digit(drawing, size=20, side=28):
    def resized(a, height, width):
        def overlap(old, new):
            edge = np.arange(new + 1) * old / new
            low, high = np.maximum(edge[:-1, None], np.arange(old)), np.minimum(edge[1:, None], np.arange(old) + 1)
            return np.clip(high - low, 0, None) * new / old
        return overlap(a.shape[0], height) @ a @ overlap(a.shape[1], width).T
    rows, cols = np.nonzero(drawing)
    box = drawing[rows.min():rows.max() + 1, cols.min():cols.max() + 1]
    factor = size / max(box.shape)
    h, w = max(1, round(box.shape[0] * factor)), max(1, round(box.shape[1] * factor))
    digit = resized(box, h, w)
    top, left = (side - h) // 2, (side - w) // 2
    out = np.zeros((side, side))
    out[top:top + h, left:left + w] = digit
    return out
# %% wrong: aims at (side - 1) / 2, the middle between the pixels, instead of at side // 2: often one pixel too far up or left
def centre_digit(drawing, size=20, side=28):
    def resized(a, height, width):
        def overlap(old, new):
            edge = np.arange(new + 1) * old / new
            low, high = np.maximum(edge[:-1, None], np.arange(old)), np.minimum(edge[1:, None], np.arange(old) + 1)
            return np.clip(high - low, 0, None) * new / old
        return overlap(a.shape[0], height) @ a @ overlap(a.shape[1], width).T
    rows, cols = np.nonzero(drawing)
    box = drawing[rows.min():rows.max() + 1, cols.min():cols.max() + 1]
    factor = size / max(box.shape)
    h, w = max(1, round(box.shape[0] * factor)), max(1, round(box.shape[1] * factor))
    digit = resized(box, h, w)
    total = digit.sum()
    row = (digit.sum(axis=1) @ np.arange(h)) / total
    col = (digit.sum(axis=0) @ np.arange(w)) / total
    top = min(max(round((side - 1) / 2 - row), 0), side - h)
    left = min(max(round((side - 1) / 2 - col), 0), side - w)
    out = np.zeros((side, side))
    out[top:top + h, left:left + w] = digit
    return out
# %% wrong: does not crop to the box: scales the whole drawing with its empty margins
def centre_digit(drawing, size=20, side=28):
    def resized(a, height, width):
        def overlap(old, new):
            edge = np.arange(new + 1) * old / new
            low, high = np.maximum(edge[:-1, None], np.arange(old)), np.minimum(edge[1:, None], np.arange(old) + 1)
            return np.clip(high - low, 0, None) * new / old
        return overlap(a.shape[0], height) @ a @ overlap(a.shape[1], width).T
    box = drawing
    factor = size / max(box.shape)
    h, w = max(1, round(box.shape[0] * factor)), max(1, round(box.shape[1] * factor))
    digit = resized(box, h, w)
    total = digit.sum()
    row = (digit.sum(axis=1) @ np.arange(h)) / total
    col = (digit.sum(axis=0) @ np.arange(w)) / total
    top = min(max(round(side // 2 - row), 0), side - h)
    left = min(max(round(side // 2 - col), 0), side - w)
    out = np.zeros((side, side))
    out[top:top + h, left:left + w] = digit
    return out
# %% wrong: forgets to keep it inside: for lopsided ink the place is too far down or negative (crash)
def centre_digit(drawing, size=20, side=28):
    def resized(a, height, width):
        def overlap(old, new):
            edge = np.arange(new + 1) * old / new
            low, high = np.maximum(edge[:-1, None], np.arange(old)), np.minimum(edge[1:, None], np.arange(old) + 1)
            return np.clip(high - low, 0, None) * new / old
        return overlap(a.shape[0], height) @ a @ overlap(a.shape[1], width).T
    rows, cols = np.nonzero(drawing)
    box = drawing[rows.min():rows.max() + 1, cols.min():cols.max() + 1]
    factor = size / max(box.shape)
    h, w = max(1, round(box.shape[0] * factor)), max(1, round(box.shape[1] * factor))
    digit = resized(box, h, w)
    total = digit.sum()
    row = (digit.sum(axis=1) @ np.arange(h)) / total
    col = (digit.sum(axis=0) @ np.arange(w)) / total
    top = round(side // 2 - row)
    left = round(side // 2 - col)
    out = np.zeros((side, side))
    out[top:top + h, left:left + w] = digit
    return out
# %% wrong: the box ends one row and one column too early (max without + 1)
def centre_digit(drawing, size=20, side=28):
    def resized(a, height, width):
        def overlap(old, new):
            edge = np.arange(new + 1) * old / new
            low, high = np.maximum(edge[:-1, None], np.arange(old)), np.minimum(edge[1:, None], np.arange(old) + 1)
            return np.clip(high - low, 0, None) * new / old
        return overlap(a.shape[0], height) @ a @ overlap(a.shape[1], width).T
    rows, cols = np.nonzero(drawing)
    box = drawing[rows.min():rows.max(), cols.min():cols.max()]
    factor = size / max(box.shape)
    h, w = max(1, round(box.shape[0] * factor)), max(1, round(box.shape[1] * factor))
    digit = resized(box, h, w)
    total = digit.sum()
    row = (digit.sum(axis=1) @ np.arange(h)) / total
    col = (digit.sum(axis=0) @ np.arange(w)) / total
    top = min(max(round(side // 2 - row), 0), side - h)
    left = min(max(round(side // 2 - col), 0), side - w)
    out = np.zeros((side, side))
    out[top:top + h, left:left + w] = digit
    return out
# %% wrong: cuts off by int() instead of rounding to the nearest place
def centre_digit(drawing, size=20, side=28):
    def resized(a, height, width):
        def overlap(old, new):
            edge = np.arange(new + 1) * old / new
            low, high = np.maximum(edge[:-1, None], np.arange(old)), np.minimum(edge[1:, None], np.arange(old) + 1)
            return np.clip(high - low, 0, None) * new / old
        return overlap(a.shape[0], height) @ a @ overlap(a.shape[1], width).T
    rows, cols = np.nonzero(drawing)
    box = drawing[rows.min():rows.max() + 1, cols.min():cols.max() + 1]
    factor = size / max(box.shape)
    h, w = max(1, round(box.shape[0] * factor)), max(1, round(box.shape[1] * factor))
    digit = resized(box, h, w)
    total = digit.sum()
    row = (digit.sum(axis=1) @ np.arange(h)) / total
    col = (digit.sum(axis=0) @ np.arange(w)) / total
    top = min(max(int(side // 2 - row), 0), side - h)
    left = min(max(int(side // 2 - col), 0), side - w)
    out = np.zeros((side, side))
    out[top:top + h, left:left + w] = digit
    return out
# %% right: tries all places along each axis and keeps the one whose centre of mass is nearest
def centre_digit(drawing, size=20, side=28):
    def resized(a, height, width):
        def overlap(old, new):
            edge = np.arange(new + 1) * old / new
            low, high = np.maximum(edge[:-1, None], np.arange(old)), np.minimum(edge[1:, None], np.arange(old) + 1)
            return np.clip(high - low, 0, None) * new / old
        return overlap(a.shape[0], height) @ a @ overlap(a.shape[1], width).T
    ink = np.asarray(drawing, dtype=float)
    used_r, used_c = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    box = ink[used_r[0]:used_r[-1] + 1, used_c[0]:used_c[-1] + 1]
    longer = max(box.shape)
    h, w = (max(1, round(n * size / longer)) for n in box.shape)
    digit = resized(box, h, w)
    def start(mass):
        centre = np.average(np.arange(len(mass)), weights=mass)
        return min(range(side - len(mass) + 1), key=lambda s: abs(s + centre - side // 2))
    top, left = start(digit.sum(axis=1)), start(digit.sum(axis=0))
    return np.pad(digit, ((top, side - h - top), (left, side - w - left)))
