# %% wrong: the box is stretched to size x size, each side by a factor of its own, instead of both by one factor
def centre_digit(drawing, size=20, side=28):
    def resized(picture, height, width):
        def shares(old, new):  # how much of each old pixel a new one holds
            edges = np.linspace(0, old, new + 1)
            low = np.maximum(edges[:-1, None], np.arange(old))
            high = np.minimum(edges[1:, None], np.arange(1, old + 1))
            return np.maximum(high - low, 0) * new / old

        return shares(picture.shape[0], height) @ picture @ shares(picture.shape[1], width).T

    canvas = np.zeros((side, side))
    if not drawing.any():
        return canvas
    rows, columns = np.nonzero(drawing)
    box = drawing[rows.min():rows.max() + 1, columns.min():columns.max() + 1]
    box = resized(box, size, size)
    row = box.sum(axis=1) @ np.arange(size) / box.sum()
    column = box.sum(axis=0) @ np.arange(size) / box.sum()
    top = min(max(round(side // 2 - row), 0), side - size)
    left = min(max(round(side // 2 - column), 0), side - size)
    canvas[top:top + size, left:left + size] = box
    return canvas
# %% wrong: the middle of the box is put into the middle of the image, instead of the centre of mass of the ink
def centre_digit(drawing, size=20, side=28):
    def resized(picture, height, width):
        def shares(old, new):  # how much of each old pixel a new one holds
            edges = np.linspace(0, old, new + 1)
            low = np.maximum(edges[:-1, None], np.arange(old))
            high = np.minimum(edges[1:, None], np.arange(1, old + 1))
            return np.maximum(high - low, 0) * new / old

        return shares(picture.shape[0], height) @ picture @ shares(picture.shape[1], width).T

    out = np.zeros((side, side))
    ys, xs = np.nonzero(drawing)
    if len(ys) == 0:
        return out
    crop = drawing[ys.min():ys.max() + 1, xs.min():xs.max() + 1]
    factor = size / max(crop.shape)
    h, w = max(1, round(crop.shape[0] * factor)), max(1, round(crop.shape[1] * factor))
    top, left = (side - h) // 2, (side - w) // 2
    out[top:top + h, left:left + w] = resized(crop, h, w)
    return out
# %% wrong: the box ends one too early: its last row and its last column are cut off (max instead of max + 1; ValueError if the ink fills one row or column only)
def centre_digit(drawing, size=20, side=28):
    def resized(picture, height, width):
        def shares(old, new):  # how much of each old pixel a new one holds
            edges = np.linspace(0, old, new + 1)
            low = np.maximum(edges[:-1, None], np.arange(old))
            high = np.minimum(edges[1:, None], np.arange(1, old + 1))
            return np.maximum(high - low, 0) * new / old

        return shares(picture.shape[0], height) @ picture @ shares(picture.shape[1], width).T

    digit = np.zeros((side, side))
    if np.sum(drawing) == 0:
        return digit
    with_ink_rows = np.flatnonzero(drawing.any(axis=1))
    with_ink_cols = np.flatnonzero(drawing.any(axis=0))
    box = drawing[with_ink_rows[0]:with_ink_rows[-1], with_ink_cols[0]:with_ink_cols[-1]]
    height, width = box.shape
    scale = size / max(height, width)
    box = resized(box, max(1, round(height * scale)), max(1, round(width * scale)))
    height, width = box.shape
    mean_row = (box.sum(axis=1) * np.arange(height)).sum() / box.sum()
    mean_col = (box.sum(axis=0) * np.arange(width)).sum() / box.sum()
    r = int(np.clip(round(side // 2 - mean_row), 0, side - height))
    c = int(np.clip(round(side // 2 - mean_col), 0, side - width))
    digit[r:r + height, c:c + width] = box
    return digit
# %% wrong: a drawing without ink is not handled: ValueError from min of nothing, instead of all 0
def centre_digit(drawing, size=20, side=28):
    def resized(picture, height, width):
        def shares(old, new):  # how much of each old pixel a new one holds
            edges = np.linspace(0, old, new + 1)
            low = np.maximum(edges[:-1, None], np.arange(old))
            high = np.minimum(edges[1:, None], np.arange(1, old + 1))
            return np.maximum(high - low, 0) * new / old

        return shares(picture.shape[0], height) @ picture @ shares(picture.shape[1], width).T

    where = np.argwhere(drawing > 0)
    (r0, c0), (r1, c1) = where.min(axis=0), where.max(axis=0) + 1
    box = drawing[r0:r1, c0:c1]
    longer = max(box.shape)
    new = [max(1, round(n * size / longer)) for n in box.shape]
    box = resized(box, *new)
    start = []
    for axis in (0, 1):
        ink = box.sum(axis=1 - axis)
        middle = np.average(np.arange(len(ink)), weights=ink)
        start.append(min(max(round(side // 2 - middle), 0), side - len(ink)))
    image = np.zeros((side, side))
    image[start[0]:start[0] + new[0], start[1]:start[1] + new[1]] = box
    return image
# %% right: tries every place and keeps the nearest, row and column alike
def centre_digit(drawing, size=20, side=28):
    def resized(picture, height, width):
        def shares(old, new):  # how much of each old pixel a new one holds
            edges = np.linspace(0, old, new + 1)
            low = np.maximum(edges[:-1, None], np.arange(old))
            high = np.minimum(edges[1:, None], np.arange(1, old + 1))
            return np.maximum(high - low, 0) * new / old

        return shares(picture.shape[0], height) @ picture @ shares(picture.shape[1], width).T

    drawing = np.asarray(drawing, dtype=float)
    if not np.any(drawing):
        return np.zeros((side, side))

    def trimmed(a):
        keep = np.flatnonzero(a.any(axis=1))
        return a[keep[0]:keep[-1] + 1]

    box = trimmed(trimmed(drawing).T).T
    longer = max(box.shape)
    box = resized(box, *(max(1, int(round(n * size / longer))) for n in box.shape))
    pads = []
    for profile in (box.sum(axis=1), box.sum(axis=0)):
        mean = np.average(np.arange(profile.size), weights=profile)
        places = range(side - profile.size + 1)
        first = min(places, key=lambda place: abs(place + mean - side // 2))
        pads.append((first, side - profile.size - first))
    return np.pad(box, pads)
