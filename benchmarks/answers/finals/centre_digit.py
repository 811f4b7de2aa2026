# %% wrong: the box's middle is put into the middle, not the centre of mass
def centre_digit(drawing, size=20, side=28):
    from cnnhelpers.datasets import resized
    out = np.zeros((side, side))
    rows, cols = np.nonzero(drawing)
    if len(rows) == 0:
        return out
    box = drawing[rows.min():rows.max() + 1, cols.min():cols.max() + 1]
    f = size / max(box.shape)
    h, w = (max(1, round(n * f)) for n in box.shape)
    small = resized(box, h, w)
    top, left = (side - h) // 2, (side - w) // 2
    out[top:top + h, left:left + w] = small
    return out
# %% wrong: both sides are stretched to `size`, the digit loses its shape
def centre_digit(drawing, size=20, side=28):
    from cnnhelpers.datasets import resized
    result = np.zeros((side, side))
    ink_rows, ink_cols = drawing.any(axis=1).nonzero()[0], drawing.any(axis=0).nonzero()[0]
    if not ink_rows.size:
        return result
    box = resized(drawing[ink_rows[0]:ink_rows[-1] + 1, ink_cols[0]:ink_cols[-1] + 1], size, size)
    r = (box.sum(axis=1) @ np.arange(size)) / box.sum()
    c = (box.sum(axis=0) @ np.arange(size)) / box.sum()
    top = int(np.clip(np.rint(side // 2 - r), 0, side - size))
    left = int(np.clip(np.rint(side // 2 - c), 0, side - size))
    result[top:top + size, left:left + size] = box
    return result
# %% wrong: an empty drawing is not thought of, a ValueError
def centre_digit(drawing, size=20, side=28):
    from cnnhelpers.datasets import resized
    r, c = np.where(drawing > 0)
    cut = drawing[min(r):max(r) + 1, min(c):max(c) + 1]
    scale = size / max(cut.shape)
    h, w = [max(1, int(round(k * scale))) for k in cut.shape]
    ink = resized(cut, h, w)
    canvas = np.zeros((side, side))
    total = ink.sum()
    y = int(round(side // 2 - (ink.sum(1) * np.arange(h)).sum() / total))
    x = int(round(side // 2 - (ink.sum(0) * np.arange(w)).sum() / total))
    y, x = min(max(y, 0), side - h), min(max(x, 0), side - w)
    canvas[y:y + h, x:x + w] = ink
    return canvas
# %% wrong: small drawings are not made larger, the factor is at most 1
def centre_digit(drawing, size=20, side=28):
    from cnnhelpers.datasets import resized
    page = np.zeros((side, side))
    places = np.argwhere(drawing != 0)
    if places.size == 0:
        return page
    (r0, c0), (r1, c1) = places.min(axis=0), places.max(axis=0) + 1
    box = drawing[r0:r1, c0:c1]
    factor = min(1.0, size / max(box.shape))
    h, w = (max(1, int(round(n * factor))) for n in box.shape)
    box = resized(box, h, w)
    mass_r = np.average(np.arange(h), weights=box.sum(axis=1))
    mass_c = np.average(np.arange(w), weights=box.sum(axis=0))
    top = int(np.clip(round(side // 2 - mass_r), 0, side - h))
    left = int(np.clip(round(side // 2 - mass_c), 0, side - w))
    page[top:top + h, left:left + w] = box
    return page
# %% wrong: rows and columns of the centre of mass are exchanged
def centre_digit(drawing, size=20, side=28):
    from cnnhelpers.datasets import resized
    page = np.zeros((side, side))
    where = np.argwhere(drawing)
    if len(where) == 0:
        return page
    r0, c0 = where.min(axis=0)
    r1, c1 = where.max(axis=0) + 1
    box = drawing[r0:r1, c0:c1]
    h, w = (max(1, round(n * size / max(box.shape))) for n in box.shape)
    box = resized(box, h, w)
    row = np.average(np.arange(w), weights=box.sum(axis=0))
    column = np.average(np.arange(h), weights=box.sum(axis=1))
    top = int(np.clip(np.rint(side // 2 - row), 0, side - h))
    left = int(np.clip(np.rint(side // 2 - column), 0, side - w))
    page[top:top + h, left:left + w] = box
    return page
# %% right: np.ptp, np.average and a slice object each
def centre_digit(drawing, size=20, side=28):
    from cnnhelpers.datasets import resized
    page = np.zeros((side, side))
    if not np.any(drawing):
        return page
    places = np.argwhere(drawing)
    corner, far = places.min(axis=0), places.max(axis=0)
    box = drawing[corner[0]:far[0] + 1, corner[1]:far[1] + 1]
    lengths = [max(1, int(math.floor(n * size / max(box.shape) + 0.5))) for n in box.shape]
    box = resized(box, *lengths)
    target = []
    for axis, length in enumerate(lengths):
        mass = np.average(np.arange(length), weights=box.sum(axis=1 - axis))
        start = min(max(int(math.floor(side // 2 - mass + 0.5)), 0), side - length)
        target.append(slice(start, start + length))
    page[tuple(target)] = box
    return page
