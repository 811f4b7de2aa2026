# %% wrong: two mistakes: both sides of the box are scaled to size, and it is put in the middle by its sides, not by its mass
def centre_digit(drawing, size=20, side=28):
    def overlap(old, new):
        edges = np.arange(new + 1) * old / new
        low = np.maximum(edges[:-1, None], np.arange(old))
        high = np.minimum(edges[1:, None], np.arange(old) + 1)
        return np.clip(high - low, 0, None) * new / old

    out = np.zeros((side, side))
    if not np.any(drawing):
        return out
    rows, columns = np.nonzero(drawing)
    box = drawing[rows.min():rows.max() + 1, columns.min():columns.max() + 1]
    box = overlap(box.shape[0], size) @ box @ overlap(box.shape[1], size).T
    first = (side - size) // 2
    out[first:first + size, first:first + size] = box
    return out

# %% wrong: the centre of mass is the mean place of the pixels with ink, whatever their amount
def centre_digit(drawing, size=20, side=28):
    def resized(image, height, width):
        def weights(old, new):
            table = np.zeros((new, old))
            for i in range(new):
                a, b = i * old / new, (i + 1) * old / new
                for k in range(old):
                    table[i, k] = max(0.0, min(b, k + 1) - max(a, k)) / (b - a)
            return table
        return weights(image.shape[0], height) @ image @ weights(image.shape[1], width).T

    digit = np.zeros((side, side))
    places = np.argwhere(drawing > 0)
    if len(places) == 0:
        return digit
    (top, left), (bottom, right) = places.min(axis=0), places.max(axis=0) + 1
    factor = size / max(bottom - top, right - left)
    height = max(1, int(round((bottom - top) * factor)))
    width = max(1, int(round((right - left) * factor)))
    box = resized(drawing[top:bottom, left:right], height, width)
    mean = np.argwhere(box > 0).mean(axis=0)
    row = int(np.clip(round(side // 2 - mean[0]), 0, side - height))
    column = int(np.clip(round(side // 2 - mean[1]), 0, side - width))
    digit[row:row + height, column:column + width] = box
    return digit

# %% wrong: the box is not kept inside the image when its mass lies far from its middle
def centre_digit(drawing, size=20, side=28):
    def area(old, new):
        inside = np.minimum.outer(np.arange(1, new + 1) / new, np.arange(1, old + 1) / old)
        inside = inside - np.maximum.outer(np.arange(new) / new, np.arange(old) / old)
        return np.maximum(inside, 0) * new

    canvas = np.zeros((side, side))
    if drawing.sum() == 0:
        return canvas
    ys = np.flatnonzero(drawing.any(axis=1))
    xs = np.flatnonzero(drawing.any(axis=0))
    box = drawing[ys[0]:ys[-1] + 1, xs[0]:xs[-1] + 1]
    h, w = (max(1, round(n * size / max(box.shape))) for n in box.shape)
    box = area(box.shape[0], h) @ box @ area(box.shape[1], w).T
    mass = box.sum()
    y = round(side // 2 - box.sum(axis=1) @ np.arange(h) / mass)
    x = round(side // 2 - box.sum(axis=0) @ np.arange(w) / mass)
    canvas[y:y + h, x:x + w] = box
    return canvas

# %% right: the ink repeated until areas are whole pixels, all places tried
def centre_digit(drawing, size=20, side=28):
    def shrink(image, length):
        old = len(image)
        return np.repeat(image, length, axis=0).reshape(length, old, -1).mean(axis=1)

    def first(profile, length):
        mean = np.average(np.arange(length), weights=profile)
        return min(range(side - length + 1), key=lambda at: abs(at + mean - side // 2))

    ink = np.array(drawing, dtype=float)
    digit = np.zeros((side, side))
    if not (ink != 0).any():
        return digit
    while not ink[0].any():
        ink = ink[1:]
    while not ink[-1].any():
        ink = ink[:-1]
    while not ink[:, 0].any():
        ink = ink[:, 1:]
    while not ink[:, -1].any():
        ink = ink[:, :-1]
    longer = max(ink.shape)
    height, width = (max(1, math.floor(n * size / longer + 0.5)) for n in ink.shape)
    ink = shrink(shrink(ink, height).T, width).T
    top, left = first(ink.sum(axis=1), height), first(ink.sum(axis=0), width)
    digit[top:top + height, left:left + width] = ink
    return digit
