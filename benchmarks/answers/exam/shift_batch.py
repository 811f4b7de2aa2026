# %% wrong: np.roll: what leaves at one side comes in at the other
def shift_batch(images, shifts):
    return np.stack([np.roll(image, (down, right), axis=(1, 2))
                     for image, (down, right) in zip(images, shifts)])
# %% wrong: slices with -down, which are empty for a shift of 0 (and wrong for negative ones; ValueError)
def shift_batch(images, shifts):
    moved = np.zeros_like(images)
    for n, (down, right) in enumerate(shifts):
        moved[n, :, down:, right:] = images[n, :, :-down, :-right]
    return moved
# %% wrong: the pair is taken as (right, down)
def shift_batch(images, shifts):
    most = int(np.abs(shifts).max(initial=0))
    n, c, h, w = images.shape
    padded = np.pad(images, ((0, 0), (0, 0), (most, most), (most, most)))
    return np.stack([padded[i, :, most - down:most - down + h, most - right:most - right + w]
                     for i, (right, down) in enumerate(shifts)])
# %% wrong: the window starts at most + down: moved the opposite way
def shift_batch(images, shifts):
    most = int(np.abs(shifts).max(initial=0))
    n, c, h, w = images.shape
    padded = np.pad(images, ((0, 0), (0, 0), (most, most), (most, most)))
    out = np.empty_like(images)
    for i, (down, right) in enumerate(shifts):
        out[i] = padded[i, :, most + down:most + down + h, most + right:most + right + w]
    return out
# %% wrong: the padding is as wide as the largest shift with its sign, too little for negative ones (ValueError)
def shift_batch(images, shifts):
    most = shifts.max()
    n, c, h, w = images.shape
    padded = np.pad(images, ((0, 0), (0, 0), (most, most), (most, most)))
    out = np.zeros_like(images)
    for i, (down, right) in enumerate(shifts):
        out[i] = padded[i, :, most - down:most - down + h, most - right:most - right + w]
    return out
# %% wrong: the whole batch is moved by the first pair
def shift_batch(images, shifts):
    down, right = shifts[0]
    n, c, h, w = images.shape
    most = max(abs(down), abs(right))
    padded = np.pad(images, ((0, 0), (0, 0), (most, most), (most, most)))
    return padded[:, :, most - down:most - down + h, most - right:most - right + w].copy()
# %% wrong: the border pixels are repeated where zeros should come in
def shift_batch(images, shifts):
    most = int(np.abs(shifts).max(initial=0))
    n, c, h, w = images.shape
    padded = np.pad(images, ((0, 0), (0, 0), (most, most), (most, most)), mode="edge")
    return np.stack([padded[i, :, most - d:most - d + h, most - r:most - r + w]
                     for i, (d, r) in enumerate(shifts)])
# %% right: pixel indices with a mask
def shift_batch(images, shifts):
    n, c, h, w = images.shape
    moved = np.zeros(images.shape, images.dtype)
    for i in range(n):
        down, right = (int(each) for each in shifts[i])
        rows, columns = np.arange(h) - down, np.arange(w) - right
        inside = np.ix_((rows >= 0) & (rows < h), (columns >= 0) & (columns < w))
        source = np.ix_(rows[(rows >= 0) & (rows < h)], columns[(columns >= 0) & (columns < w)])
        for channel in range(c):
            moved[i, channel][inside] = images[i, channel][source]
    return moved
