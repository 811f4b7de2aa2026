# %% wrong: the middle of the box is laid into the middle of the image, not the centre of mass; right only where both lead to the same whole pixel
def centre_digit(drawing, size=20, side=28):
    def resize(a, new_h, new_w):  # averages over areas
        def table(new, old):
            edges = np.arange(new + 1) * old / new
            lo, hi = edges[:-1, None], edges[1:, None]
            j = np.arange(old)[None]
            return np.clip(np.minimum(hi, j + 1) - np.maximum(lo, j), 0, None) * new / old
        return table(new_h, a.shape[0]) @ a @ table(new_w, a.shape[1]).T
    out = np.zeros((side, side))
    if not np.any(drawing):
        return out
    r, c = np.nonzero(drawing)
    box = drawing[r.min():r.max() + 1, c.min():c.max() + 1].astype(float)
    f = size / max(box.shape)
    h, w = max(1, round(box.shape[0] * f)), max(1, round(box.shape[1] * f))
    small = resize(box, h, w)
    top, left = (side - h) // 2, (side - w) // 2
    out[top:top + h, left:left + w] = small
    return out
# %% wrong: both sides of the box are scaled to size, so the drawing is stretched to a square; right for a square box
def centre_digit(drawing, size=20, side=28):
    def resize(a, new_h, new_w):  # averages over areas
        def table(new, old):
            edges = np.arange(new + 1) * old / new
            lo, hi = edges[:-1, None], edges[1:, None]
            j = np.arange(old)[None]
            return np.clip(np.minimum(hi, j + 1) - np.maximum(lo, j), 0, None) * new / old
        return table(new_h, a.shape[0]) @ a @ table(new_w, a.shape[1]).T
    result = np.zeros((side, side))
    rows = np.where(drawing.any(axis=1))[0]
    cols = np.where(drawing.any(axis=0))[0]
    if len(rows) == 0:
        return result
    box = resize(drawing[rows[0]:rows[-1] + 1, cols[0]:cols[-1] + 1] * 1.0, size, size)
    total = box.sum()
    cy = (box.sum(axis=1) * np.arange(size)).sum() / total
    cx = (box.sum(axis=0) * np.arange(size)).sum() / total
    y = min(max(round(side // 2 - cy), 0), side - size)
    x = min(max(round(side // 2 - cx), 0), side - size)
    result[y:y + size, x:x + size] = box
    return result
# %% wrong: the centre is the mean place of all pixels with ink, without the amount of ink as weight
def centre_digit(drawing, size=20, side=28):
    def resize(a, new_h, new_w):  # averages over areas
        def table(new, old):
            edges = np.arange(new + 1) * old / new
            lo, hi = edges[:-1, None], edges[1:, None]
            j = np.arange(old)[None]
            return np.clip(np.minimum(hi, j + 1) - np.maximum(lo, j), 0, None) * new / old
        return table(new_h, a.shape[0]) @ a @ table(new_w, a.shape[1]).T
    canvas = np.zeros((side, side))
    ys, xs = np.nonzero(drawing)
    if ys.size == 0:
        return canvas
    crop = np.array(drawing[ys.min():ys.max() + 1, xs.min():xs.max() + 1], dtype=float)
    scale = size / max(crop.shape)
    h = max(1, int(round(crop.shape[0] * scale)))
    w = max(1, int(round(crop.shape[1] * scale)))
    crop = resize(crop, h, w)
    yy, xx = np.nonzero(crop)
    top = int(np.clip(round(side // 2 - yy.mean()), 0, side - h))
    left = int(np.clip(round(side // 2 - xx.mean()), 0, side - w))
    canvas[top:top + h, left:left + w] = crop
    return canvas
# %% wrong: two mistakes: the centre of mass is brought to (side - 1) / 2 instead of side // 2, and a drawing without ink is not caught (crash)
def centre_digit(drawing, size=20, side=28):
    def resize(a, new_h, new_w):  # averages over areas
        def table(new, old):
            edges = np.arange(new + 1) * old / new
            lo, hi = edges[:-1, None], edges[1:, None]
            j = np.arange(old)[None]
            return np.clip(np.minimum(hi, j + 1) - np.maximum(lo, j), 0, None) * new / old
        return table(new_h, a.shape[0]) @ a @ table(new_w, a.shape[1]).T
    rows, cols = np.nonzero(drawing)
    box = drawing[rows.min():rows.max() + 1, cols.min():cols.max() + 1].astype(float)
    factor = size / max(box.shape)
    height, width = (max(1, round(n * factor)) for n in box.shape)
    box = resize(box, height, width)
    mid = (side - 1) / 2
    first_row = round(mid - np.average(np.arange(height), weights=box.sum(axis=1)))
    first_col = round(mid - np.average(np.arange(width), weights=box.sum(axis=0)))
    first_row = max(0, min(first_row, side - height))
    first_col = max(0, min(first_col, side - width))
    digit = np.zeros((side, side))
    digit[first_row:first_row + height, first_col:first_col + width] = box
    return digit
# %% right: every allowed place is tried, the nearest is kept; scaling by cutting each pixel into equal parts
def centre_digit(drawing, size=20, side=28):
    digit = np.zeros((side, side))
    ink = np.asarray(drawing, dtype=float)
    if not ink.any():
        return digit
    for _ in range(2):                                   # cut the box out: rows, then columns
        used = np.flatnonzero(ink.any(axis=1))
        ink = ink[used[0]:used[-1] + 1].T
    longer = max(ink.shape)
    for _ in range(2):                                   # scale: rows, then columns
        old = len(ink)
        new = max(1, math.floor(old * size / longer + 0.5))
        parts = np.repeat(ink, new, axis=0)              # new * old rows
        ink = parts.reshape(new, old, -1).mean(axis=1).T
    place = []
    for profile in (ink.sum(axis=1), ink.sum(axis=0)):
        middle = profile @ np.arange(len(profile)) / profile.sum()
        place.append(min(range(side - len(profile) + 1), key=lambda k: abs(k + middle - side // 2)))
    digit[place[0]:place[0] + ink.shape[0], place[1]:place[1] + ink.shape[1]] = ink
    return digit
