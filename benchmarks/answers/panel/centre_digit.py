# %% wrong: the centre of mass counts every pixel with ink alike and not by how much ink it has; shows when the ink is uneven
def resized(image, height, width):
    def shares(old, new):          # how much of new cell i is old cell j
        edges = np.linspace(0, old, new + 1)
        low = np.maximum(edges[:-1, None], np.arange(old))
        high = np.minimum(edges[1:, None], np.arange(1, old + 1))
        return np.maximum(high - low, 0) * new / old
    return shares(image.shape[0], height) @ image @ shares(image.shape[1], width).T

def centre_digit(drawing, size=20, side=28):
    out = np.zeros((side, side))
    if not drawing.any():
        return out
    ys, xs = np.nonzero(drawing)
    box = drawing[ys.min():ys.max() + 1, xs.min():xs.max() + 1]
    factor = size / max(box.shape)
    h, w = (max(1, round(n * factor)) for n in box.shape)
    box = resized(box, h, w)
    r, c = np.nonzero(box > 0)
    top = int(np.clip(round(side // 2 - r.mean()), 0, side - h))
    left = int(np.clip(round(side // 2 - c.mean()), 0, side - w))
    out[top:top + h, left:left + w] = box
    return out
# %% wrong: a drawing without ink is forgotten: crash (the least of no numbers), right otherwise
def resized(image, height, width):
    def shares(old, new):          # how much of new cell i is old cell j
        edges = np.linspace(0, old, new + 1)
        low = np.maximum(edges[:-1, None], np.arange(old))
        high = np.minimum(edges[1:, None], np.arange(1, old + 1))
        return np.maximum(high - low, 0) * new / old
    return shares(image.shape[0], height) @ image @ shares(image.shape[1], width).T

def centre_digit(drawing, size=20, side=28):
    rows = np.where(drawing.any(axis=1))[0]
    cols = np.where(drawing.any(axis=0))[0]
    box = drawing[min(rows):max(rows) + 1, min(cols):max(cols) + 1]
    f = size / max(box.shape)
    height = max(1, int(round(box.shape[0] * f)))
    width = max(1, int(round(box.shape[1] * f)))
    box = resized(box, height, width)
    row_mean = (box.sum(axis=1) * np.arange(height)).sum() / box.sum()
    col_mean = (box.sum(axis=0) * np.arange(width)).sum() / box.sum()
    y = min(max(int(round(side // 2 - row_mean)), 0), side - height)
    x = min(max(int(round(side // 2 - col_mean)), 0), side - width)
    digit = np.zeros((side, side))
    digit[y:y + height, x:x + width] = box
    return digit
# %% wrong: the digit is moved by np.roll without keeping it inside: it wraps around the edge; shows when the centre of mass is far from the middle of the box
def resized(image, height, width):
    def shares(old, new):          # how much of new cell i is old cell j
        edges = np.linspace(0, old, new + 1)
        low = np.maximum(edges[:-1, None], np.arange(old))
        high = np.minimum(edges[1:, None], np.arange(1, old + 1))
        return np.maximum(high - low, 0) * new / old
    return shares(image.shape[0], height) @ image @ shares(image.shape[1], width).T

def centre_digit(drawing, size=20, side=28):
    image = np.zeros((side, side))
    if drawing.sum() == 0:
        return image
    y, x = np.nonzero(drawing)
    crop = drawing[y.min():y.max() + 1, x.min():x.max() + 1]
    k = size / max(crop.shape)
    crop = resized(crop, max(1, round(crop.shape[0] * k)), max(1, round(crop.shape[1] * k)))
    image[:crop.shape[0], :crop.shape[1]] = crop
    i = np.arange(side)
    my = (image.sum(1) @ i) / image.sum()
    mx = (image.sum(0) @ i) / image.sum()
    return np.roll(image, (round(side // 2 - my), round(side // 2 - mx)), axis=(0, 1))
# %% wrong: two mistakes: the shorter side is rounded down and not to the nearest whole number, and the mass goes to (side - 1) / 2 and not to side // 2 (shows when side is even)
def resized(image, height, width):
    def shares(old, new):          # how much of new cell i is old cell j
        edges = np.linspace(0, old, new + 1)
        low = np.maximum(edges[:-1, None], np.arange(old))
        high = np.minimum(edges[1:, None], np.arange(1, old + 1))
        return np.maximum(high - low, 0) * new / old
    return shares(image.shape[0], height) @ image @ shares(image.shape[1], width).T

def centre_digit(drawing, size=20, side=28):
    if np.all(drawing == 0):
        return np.zeros((side, side))
    rs, cs = np.nonzero(drawing)
    part = drawing[rs.min():rs.max() + 1, cs.min():cs.max() + 1]
    longest = max(part.shape)
    # // so that it stays a whole number
    h = max(1, part.shape[0] * size // longest)
    w = max(1, part.shape[1] * size // longest)
    part = resized(part, h, w)
    middle = (side - 1) / 2
    mass = part.sum()
    start_row = round(middle - sum(k * part[k].sum() for k in range(h)) / mass)
    start_col = round(middle - sum(k * part[:, k].sum() for k in range(w)) / mass)
    start_row = max(0, min(side - h, start_row))
    start_col = max(0, min(side - w, start_col))
    result = np.zeros((side, side))
    result[start_row:start_row + h, start_col:start_col + w] = part
    return result
# %% right: tries all places and keeps the one whose mass lies nearest
def resized(image, height, width):
    def shares(old, new):          # how much of new cell i is old cell j
        edges = np.linspace(0, old, new + 1)
        low = np.maximum(edges[:-1, None], np.arange(old))
        high = np.minimum(edges[1:, None], np.arange(1, old + 1))
        return np.maximum(high - low, 0) * new / old
    return shares(image.shape[0], height) @ image @ shares(image.shape[1], width).T

def centre_digit(drawing, size=20, side=28):
    out = np.zeros((side, side))
    ink = np.asarray(drawing, dtype=float)
    if not np.count_nonzero(ink):
        return out
    while not ink[0].any():
        ink = ink[1:]
    while not ink[-1].any():
        ink = ink[:-1]
    while not ink[:, 0].any():
        ink = ink[:, 1:]
    while not ink[:, -1].any():
        ink = ink[:, :-1]
    longer = max(ink.shape)
    shape = [max(1, int(np.rint(n * size / longer))) for n in ink.shape]
    box = resized(ink, *shape)
    starts = []
    for axis, length in enumerate(shape):
        mean = np.average(np.arange(length), weights=box.sum(axis=1 - axis))
        places = np.arange(side - length + 1)
        starts.append(int(np.argmin(np.abs(places + mean - side // 2))))
    out[tuple(slice(s, s + n) for s, n in zip(starts, shape))] = box
    return out
