# %% wrong: the centre of the box is laid in the middle, not the centre of mass
def resized(image, height, width):
    def weights(old, new):
        edges, pixel = np.arange(new + 1) * old / new, np.arange(old)
        inside = np.minimum(edges[1:, None], pixel + 1) - np.maximum(edges[:-1, None], pixel)
        return np.clip(inside, 0, None) * new / old
    return weights(image.shape[0], height) @ image @ weights(image.shape[1], width).T

def centre_digit(drawing, size=20, side=28):
    out = np.zeros((side, side))
    if not drawing.any():
        return out
    r, c = np.nonzero(drawing)
    box = drawing[r.min():r.max() + 1, c.min():c.max() + 1]
    f = size / max(box.shape)
    h, w = (max(1, round(n * f)) for n in box.shape)
    top, left = (side - h) // 2, (side - w) // 2
    out[top:top + h, left:left + w] = resized(box, h, w)
    return out
# %% wrong: height and width are both scaled to size, so the proportions are lost
def resized(image, height, width):
    def weights(old, new):
        edges, pixel = np.arange(new + 1) * old / new, np.arange(old)
        inside = np.minimum(edges[1:, None], pixel + 1) - np.maximum(edges[:-1, None], pixel)
        return np.clip(inside, 0, None) * new / old
    return weights(image.shape[0], height) @ image @ weights(image.shape[1], width).T

def centre_digit(drawing, size=20, side=28):
    digit = np.zeros((side, side))
    rows, columns = np.nonzero(drawing)
    if len(rows) == 0:
        return digit
    box = resized(drawing[rows.min():rows.max() + 1, columns.min():columns.max() + 1], size, size)
    mean_row = (box.sum(axis=1) @ np.arange(size)) / box.sum()
    mean_column = (box.sum(axis=0) @ np.arange(size)) / box.sum()
    top = int(np.clip(round(side // 2 - mean_row), 0, side - size))
    left = int(np.clip(round(side // 2 - mean_column), 0, side - size))
    digit[top:top + size, left:left + size] = box
    return digit
# %% wrong: a drawing without ink is not handled, min of an empty array raises ValueError
def resized(image, height, width):
    def weights(old, new):
        edges, pixel = np.arange(new + 1) * old / new, np.arange(old)
        inside = np.minimum(edges[1:, None], pixel + 1) - np.maximum(edges[:-1, None], pixel)
        return np.clip(inside, 0, None) * new / old
    return weights(image.shape[0], height) @ image @ weights(image.shape[1], width).T

def centre_digit(drawing, size=20, side=28):
    ys, xs = np.where(drawing > 0)
    crop = drawing[ys.min():ys.max() + 1, xs.min():xs.max() + 1]
    scale = size / max(crop.shape)
    h, w = max(1, round(crop.shape[0] * scale)), max(1, round(crop.shape[1] * scale))
    small = resized(crop, h, w)
    total = small.sum()
    cy = (small.sum(axis=1) * np.arange(h)).sum() / total
    cx = (small.sum(axis=0) * np.arange(w)).sum() / total
    y = min(max(round(side // 2 - cy), 0), side - h)
    x = min(max(round(side // 2 - cx), 0), side - w)
    result = np.zeros((side, side))
    result[y:y + h, x:x + w] = small
    return result
# %% wrong: the box is cut out without its last row and last column (max without + 1); a box of one row or column becomes empty and raises an error
def resized(image, height, width):
    def weights(old, new):
        edges, pixel = np.arange(new + 1) * old / new, np.arange(old)
        inside = np.minimum(edges[1:, None], pixel + 1) - np.maximum(edges[:-1, None], pixel)
        return np.clip(inside, 0, None) * new / old
    return weights(image.shape[0], height) @ image @ weights(image.shape[1], width).T

def centre_digit(drawing, size=20, side=28):
    result = np.zeros((side, side))
    if drawing.sum() == 0:
        return result
    ink_rows = np.flatnonzero(drawing.any(axis=1))
    ink_cols = np.flatnonzero(drawing.any(axis=0))
    box = drawing[ink_rows[0]:ink_rows[-1], ink_cols[0]:ink_cols[-1]]
    factor = size / max(box.shape)
    height, width = [max(1, int(round(s * factor))) for s in box.shape]
    box = resized(box, height, width)
    row = np.average(np.arange(height), weights=box.sum(axis=1))
    col = np.average(np.arange(width), weights=box.sum(axis=0))
    top = int(np.clip(np.round(side // 2 - row), 0, side - height))
    left = int(np.clip(np.round(side // 2 - col), 0, side - width))
    result[top:top + height, left:left + width] = box
    return result
# %% right: every allowed place is tried, np.pad lays the box down
def resized(image, height, width):
    def weights(old, new):
        edges, pixel = np.arange(new + 1) * old / new, np.arange(old)
        inside = np.minimum(edges[1:, None], pixel + 1) - np.maximum(edges[:-1, None], pixel)
        return np.clip(inside, 0, None) * new / old
    return weights(image.shape[0], height) @ image @ weights(image.shape[1], width).T

def centre_digit(drawing, size=20, side=28):
    ink = np.argwhere(drawing)
    if ink.size == 0:
        return np.zeros((side, side))
    (r0, c0), (r1, c1) = ink.min(axis=0), ink.max(axis=0) + 1
    longer = max(r1 - r0, c1 - c0)
    shape = [max(1, round(int(n) * size / int(longer))) for n in (r1 - r0, c1 - c0)]
    box = resized(drawing[r0:r1, c0:c1], *shape)
    frame = []
    for axis, length in enumerate(shape):
        profile = box.sum(axis=1 - axis)
        mean = np.dot(profile, np.arange(length)) / profile.sum()
        start = min(range(side - length + 1), key=lambda s: abs(s + mean - side // 2))
        frame.append((start, side - length - start))
    return np.pad(box, frame)
