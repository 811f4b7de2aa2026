# %% wrong: uses np.roll, so what leaves at one side comes in at the other in place of zeros
def shift_batch(images, shifts):
    return np.stack([np.roll(image, (down, right), axis=(1, 2))
                     for image, (down, right) in zip(images, shifts)])
# %% wrong: two mistakes: the pair is read as (right, down), and the window moves along with the shift, so that images go the opposite way
def shift_batch(images, shifts):
    n, c, h, w = images.shape
    most = int(np.abs(shifts).max())
    padded = np.pad(images, ((0, 0), (0, 0), (most, most), (most, most)))
    out = np.zeros_like(images)
    for i, (right, down) in enumerate(shifts):
        out[i] = padded[i, :, most + down : most + down + h, most + right : most + right + w]
    return out
# %% wrong: the moved images are written into the argument images, which is changed and returned
def shift_batch(images, shifts):
    height, width = images.shape[2:]
    margin = int(np.max(np.abs(shifts)))
    padded = np.pad(images, ((0, 0), (0, 0), (margin, margin), (margin, margin)))
    for n, (down, right) in enumerate(shifts):
        top, left = margin - down, margin - right
        images[n] = padded[n, :, top : top + height, left : left + width]
    return images
# %% wrong: right only for shifts that are not negative; a negative one (up or left) raises ValueError (could not broadcast)
def shift_batch(images, shifts):
    N, C, H, W = images.shape
    moved = np.zeros_like(images)
    for n in range(N):
        d, r = shifts[n]
        moved[n, :, d:, r:] = images[n, :, : H - d, : W - r]
    return moved
# %% right: for each pixel of the answer, where it comes from; zeros where that is outside
def shift_batch(images, shifts):
    n, c, h, w = images.shape
    down, right = np.asarray(shifts).reshape(n, 2, 1).transpose(1, 0, 2)
    rows, columns = np.arange(h) - down, np.arange(w) - right
    inside = ((rows >= 0) & (rows < h))[:, :, None] & ((columns >= 0) & (columns < w))[:, None, :]
    which = np.arange(n)[:, None, None]
    taken = images[which, :, (rows % h)[:, :, None], (columns % w)[:, None, :]]  # (N, H, W, C)
    return np.moveaxis(taken, 3, 1) * inside[:, None].astype(images.dtype)
