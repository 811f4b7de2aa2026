# %% wrong: np.roll: what leaves at one side comes in at the other, no zeros
def shift_batch(images, shifts):
    moved = np.empty_like(images)
    for i, (down, right) in enumerate(shifts):
        moved[i] = np.roll(images[i], (down, right), axis=(1, 2))
    return moved
# %% wrong: down and right are exchanged; shows when the two differ
def shift_batch(images, shifts):
    N, C, H, W = images.shape
    most = int(np.abs(shifts).max(initial=0))
    padded = np.pad(images, ((0, 0), (0, 0), (most, most), (most, most)))
    out = np.zeros_like(images)
    for n in range(N):
        dx, dy = shifts[n]
        out[n] = padded[n, :, most - dy:most - dy + H, most - dx:most - dx + W]
    return out
# %% wrong: the answer is right, but it is written into images, so the argument changes
def shift_batch(images, shifts):
    h, w = images.shape[2:]
    m = int(np.max(np.abs(shifts), initial=0))
    big = np.pad(images, [(0, 0), (0, 0), (m, m), (m, m)])
    for k in range(len(images)):
        d, r = shifts[k]
        images[k] = big[k, :, m - d:m - d + h, m - r:m - r + w]
    return images
# %% wrong: two mistakes: the images move the other way (up and left), and all by the pair of the first one
def shift_batch(images, shifts):
    down, right = (int(s) for s in shifts[0])
    H, W = images.shape[-2:]
    p = max(abs(down), abs(right))
    padded = np.pad(images, ((0, 0), (0, 0), (p, p), (p, p)))
    return padded[:, :, p + down:p + down + H, p + right:p + right + W].copy()
# %% right: where each pixel comes from, as index arrays, and a mask for what lies outside
def shift_batch(images, shifts):
    count, _, high, wide = images.shape
    shifts = np.asarray(shifts).reshape(count, 2)
    row = np.arange(high) - shifts[:, :1]
    column = np.arange(wide) - shifts[:, 1:]
    inside = (((row >= 0) & (row < high))[:, None, :, None]
              & ((column >= 0) & (column < wide))[:, None, None, :])
    row, column = row.clip(0, high - 1), column.clip(0, wide - 1)
    found = np.take_along_axis(images, row[:, None, :, None], axis=2)
    found = np.take_along_axis(found, column[:, None, None, :], axis=3)
    return np.where(inside, found, images.dtype.type(0))
