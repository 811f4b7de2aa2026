# %% wrong: written for positive shifts only, with slices up to -down and -right: a shift of 0 gives an empty slice and a ValueError, a negative one a ValueError or wrong places
def shift_batch(images, shifts):
    moved = np.zeros_like(images)
    for n, (down, right) in enumerate(shifts):
        moved[n, :, down:, right:] = images[n, :, :-down, :-right]
    return moved
# %% wrong: only channel 0 is moved, the other channels come out as zeros (right for one channel)
def shift_batch(images, shifts):
    N, C, H, W = images.shape
    out = np.zeros((N, C, H, W))
    for n in range(N):
        down, right = shifts[n]
        for i in range(H):
            for j in range(W):
                if 0 <= i - down < H and 0 <= j - right < W:
                    out[n, 0, i, j] = images[n, 0, i - down, j - right]
    return out
# %% wrong: what comes in repeats the border pixels (np.pad with mode edge) instead of zeros
def shift_batch(images, shifts):
    most = int(np.abs(shifts).max())
    H, W = images.shape[2:]
    padded = np.pad(images, ((0, 0), (0, 0), (most, most), (most, most)), mode="edge")
    return np.stack([image[:, most - down:most - down + H, most - right:most - right + W]
                     for image, (down, right) in zip(padded, shifts)])
# %% wrong: two mistakes: the pair is read as (right, down), and the sign is reversed, so that positive numbers move up and left
def shift_batch(images, shifts):
    shifts = np.asarray(shifts)
    m = np.abs(shifts).max()
    _, _, height, width = images.shape
    padded = np.pad(images, ((0, 0), (0, 0), (m, m), (m, m)))
    result = np.empty_like(images)
    for i, (right, down) in enumerate(shifts):
        top, left = m + down, m + right
        result[i] = padded[i, :, top:top + height, left:left + width]
    return result
# %% right: asks for each place where its pixel comes from, for the whole batch at once
def shift_batch(images, shifts):
    N, _, H, W = images.shape
    shifts = np.asarray(shifts)
    rows = np.arange(H) - shifts[:, :1]
    columns = np.arange(W) - shifts[:, 1:]
    inside = ((rows >= 0) & (rows < H))[:, :, None] & ((columns >= 0) & (columns < W))[:, None, :]
    taken = images[np.arange(N)[:, None, None], :, (rows % H)[:, :, None], (columns % W)[:, None, :]]
    return np.where(inside[:, None], np.moveaxis(taken, 3, 1), 0)
