# %% wrong: np.roll: what leaves at one side comes in at the other
def shift_batch(images, shifts):
    out = np.empty_like(images)
    for i, (down, right) in enumerate(shifts):
        out[i] = np.roll(images[i], (down, right), axis=(1, 2))
    return out
# %% wrong: moved the other way, up for down and left for right; shows for any shift other than 0
def shift_batch(images, shifts):
    most = int(np.abs(shifts).max())
    n, c, h, w = images.shape
    padded = np.pad(images, ((0, 0), (0, 0), (most, most), (most, most)))
    result = np.zeros_like(images)
    for i in range(n):
        top, left = most + shifts[i][0], most + shifts[i][1]
        result[i] = padded[i, :, top:top + h, left:left + w]
    return result
# %% wrong: the pair is taken as (right, down); shows when the two differ
def shift_batch(images, shifts):
    N, C, H, W = images.shape
    moved = np.zeros((N, C, H, W), dtype=images.dtype)
    for n in range(N):
        dx, dy = shifts[n]
        for y in range(H):
            for x in range(W):
                if 0 <= y - dy < H and 0 <= x - dx < W:
                    moved[n, :, y, x] = images[n, :, y - dy, x - dx]
    return moved
# %% wrong: two mistakes: all images are moved by the first pair, and it is done in the array that came in, so the argument is changed
def shift_batch(images, shifts):
    down, right = shifts[0]
    h, w = images.shape[2:]
    old = images.copy()
    images[:] = 0
    for y in range(h):
        for x in range(w):
            if 0 <= y + down < h and 0 <= x + right < w:
                images[:, :, y + down, x + right] = old[:, :, y, x]
    return images
# %% right: two matrices of shifted ones for each image, one for rows and one for columns
def shift_batch(images, shifts):
    shifts = np.asarray(shifts)
    def movers(size, amounts):
        place = np.arange(size)
        return (place[:, None] - place == amounts[:, None, None]).astype(images.dtype)
    rows = movers(images.shape[2], shifts[:, 0])[:, None]
    columns = movers(images.shape[3], shifts[:, 1])[:, None]
    return rows @ images @ columns.swapaxes(2, 3)
