# %% wrong: np.roll: what leaves at one side comes in at the other
def shift_batch(images, shifts):
    moved = [np.roll(image, tuple(pair), axis=(1, 2)) for image, pair in zip(images, shifts)]
    return np.stack(moved)

# %% wrong: the images themselves are changed, and returned; the values are right
def shift_batch(images, shifts):
    N, C, H, W = images.shape
    for n in range(N):
        old = images[n].copy()
        images[n] = 0
        down, right = shifts[n]
        for i in range(H):
            for j in range(W):
                if 0 <= i - down < H and 0 <= j - right < W:
                    images[n, :, i, j] = old[:, i - down, j - right]
    return images

# %% wrong: written for shifts that are not negative; a negative one crashes on the shapes of the slices
def shift_batch(images, shifts):
    out = np.zeros_like(images)
    n, c, h, w = images.shape
    for k, (down, right) in enumerate(shifts):
        out[k, :, down:, right:] = images[k, :, :max(h - down, 0), :max(w - right, 0)]
    return out

# %% wrong: two mistakes: a pair is read as (right, down), and only the first channel is filled, the others stay 0 (shows with more than one channel)
def shift_batch(images, shifts):
    most = int(np.abs(shifts).max())
    height, width = images.shape[2:]
    result = np.zeros_like(images)
    for number, (right, down) in enumerate(shifts):
        big = np.pad(images[number, 0], most)
        y, x = most - down, most - right
        result[number, 0] = big[y:y + height, x:x + width]
    return result

# %% right: index arrays for rows and columns, and a mask for what comes in
def shift_batch(images, shifts):
    shifts = np.asarray(shifts)
    n, _, height, width = images.shape
    rows = np.arange(height) - shifts[:, :1]
    columns = np.arange(width) - shifts[:, 1:]
    inside = (((rows >= 0) & (rows < height))[:, :, None]
              & ((columns >= 0) & (columns < width))[:, None, :])
    rows, columns = rows.clip(0, height - 1), columns.clip(0, width - 1)
    taken = images[np.arange(n)[:, None, None], :, rows[:, :, None], columns[:, None, :]]
    return np.where(inside[:, None], taken.transpose(0, 3, 1, 2), images.dtype.type(0))
