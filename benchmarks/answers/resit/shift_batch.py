# %% wrong: np.roll is used and only what comes in from above or from the left is cleared, so what leaves at the top or at the left comes in again at the other side
def shift_batch(images, shifts):
    moved = np.empty_like(images)
    for n, (down, right) in enumerate(shifts):
        image = np.roll(images[n], (down, right), axis=(1, 2))
        if down > 0:
            image[:, :down] = 0
        if right > 0:
            image[:, :, :right] = 0
        moved[n] = image
    return moved
# %% wrong: down and right are exchanged: the first number of a pair moves the columns
def shift_batch(images, shifts):
    most = int(np.abs(shifts).max())
    height, width = images.shape[2:]
    padded = np.pad(images, ((0, 0), (0, 0), (most, most), (most, most)))
    return np.stack([image[:, most - down:most - down + height, most - right:most - right + width]
                     for image, (right, down) in zip(padded, shifts)])
# %% wrong: the window starts at most + down, so every image moves the opposite way, up and left
def shift_batch(images, shifts):
    shifts = np.asarray(shifts)
    most = np.abs(shifts).max()
    n, c, h, w = images.shape
    padded = np.zeros((n, c, h + 2 * most, w + 2 * most), images.dtype)
    padded[:, :, most:most + h, most:most + w] = images
    moved = np.zeros_like(images)
    for k in range(n):
        down, right = shifts[k]
        moved[k] = padded[k, :, most + down:most + down + h, most + right:most + right + w]
    return moved
# %% wrong: the pair of the first image is used for all images
def shift_batch(images, shifts):
    h, w = images.shape[2:]
    down, right = shifts[0]
    y, x = np.arange(h) - down, np.arange(w) - right
    inside = ((y >= 0) & (y < h))[:, None] & ((x >= 0) & (x < w))
    taken = images[:, :, np.clip(y, 0, h - 1)][:, :, :, np.clip(x, 0, w - 1)]
    return np.where(inside, taken, 0).astype(images.dtype)
# %% right: each image between two matrices of ones beside the diagonal
def shift_batch(images, shifts):
    h, w = images.shape[2:]
    moved = [np.eye(h, k=-int(down), dtype=images.dtype) @ image @ np.eye(w, k=int(right), dtype=images.dtype)
             for image, (down, right) in zip(images, shifts)]
    return np.array(moved, dtype=images.dtype)
