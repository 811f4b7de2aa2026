# %% wrong: np.roll: what leaves at one side comes in at the other instead of zeros
def shift_batch(images, shifts):
    moved = np.empty_like(images)
    for i, (down, right) in enumerate(shifts):
        moved[i] = np.roll(images[i], (down, right), axis=(1, 2))
    return moved
# %% wrong: both directions are reversed: the window starts at most + down and most + right, so the images move up and left
def shift_batch(images, shifts):
    n, c, h, w = images.shape
    most = int(np.abs(shifts).max())
    padded = np.pad(images, ((0, 0), (0, 0), (most, most), (most, most)))
    out = np.zeros_like(images)
    for i in range(n):
        top, left = most + shifts[i][0], most + shifts[i][1]
        out[i] = padded[i, :, top : top + h, left : left + w]
    return out
# %% wrong: a pair is read as (right, down): the first number moves along the width, the second along the height
def shift_batch(images, shifts):
    most = np.abs(shifts).max()
    padded = np.pad(images, [(0, 0), (0, 0), (most, most), (most, most)])
    h, w = images.shape[2:]
    result = []
    for image, (right, down) in zip(padded, shifts):
        result.append(image[:, most - down : most - down + h, most - right : most - right + w])
    return np.stack(result)
# %% wrong: the slices :-down and :-right are right only for positive numbers: a 0 raises a ValueError (empty slice), and a negative number puts the wrong rows or columns at the end, so nothing moves up or left properly
def shift_batch(images, shifts):
    out = np.zeros_like(images)
    for i, (down, right) in enumerate(shifts):
        out[i, :, down:, right:] = images[i, :, :-down, :-right]
    return out
# %% right: fancy indexing with a mask of what lies inside
def shift_batch(images, shifts):
    n, c, h, w = images.shape
    shifts = np.asarray(shifts)
    rows = np.arange(h) - shifts[:, :1]
    cols = np.arange(w) - shifts[:, 1:]
    inside = ((rows >= 0) & (rows < h))[:, None, :, None] & ((cols >= 0) & (cols < w))[:, None, None, :]
    r, q = rows.clip(0, h - 1), cols.clip(0, w - 1)
    taken = images[np.arange(n)[:, None, None, None], np.arange(c)[:, None, None], r[:, None, :, None], q[:, None, None, :]]
    return np.where(inside, taken, images.dtype.type(0))
