# %% wrong: np.roll: what leaves at one side comes in at the other, instead of zeros
def shift_batch(images, shifts):
    return np.stack([np.roll(image, (down, right), axis=(1, 2))
                     for image, (down, right) in zip(images, shifts)])
# %% wrong: the pair is read as (right, down)
def shift_batch(images, shifts):
    most = int(np.abs(shifts).max())
    n, c, h, w = images.shape
    padded = np.pad(images, ((0, 0), (0, 0), (most, most), (most, most)))
    moved = np.empty_like(images)
    for i, (right, down) in enumerate(shifts):
        moved[i] = padded[i, :, most - down : most - down + h, most - right : most - right + w]
    return moved
# %% wrong: crash (ValueError, could not broadcast) whenever a shift is 0 or negative: the slice ends at -0 and is empty
def shift_batch(images, shifts):
    out = np.zeros_like(images)
    for k, (d, r) in enumerate(shifts):
        target = out[k, :, max(d, 0) : images.shape[2] + min(d, 0), max(r, 0) : images.shape[3] + min(r, 0)]
        target[...] = images[k, :, max(-d, 0) : -max(d, 0), max(-r, 0) : -max(r, 0)]
    return out
# %% wrong: the moved images are written into the argument: images is changed
def shift_batch(images, shifts):
    n, c, h, w = images.shape
    for i in range(n):
        down, right = shifts[i]
        m = max(abs(down), abs(right))
        padded = np.pad(images[i], ((0, 0), (m, m), (m, m)))
        images[i] = padded[:, m - down : m - down + h, m - right : m - right + w]
    return images
# %% right: the source place of each pixel as an index array, those outside set to 0
def shift_batch(images, shifts):
    n, c, h, w = images.shape
    down, right = np.asarray(shifts).T
    row = np.arange(h) - down[:, None]
    column = np.arange(w) - right[:, None]
    inside = ((row >= 0) & (row < h))[:, :, None] & ((column >= 0) & (column < w))[:, None]
    which = np.arange(n)[:, None, None]
    found = images[which, :, row.clip(0, h - 1)[:, :, None], column.clip(0, w - 1)[:, None]]
    return np.where(inside[:, None], found.transpose(0, 3, 1, 2), 0).astype(images.dtype)
