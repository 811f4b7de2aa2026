# %% wrong: slices with negative ends, image[down:] = image[:-down], which are empty for a shift of 0 (raises ValueError) and select the wrong pixels for negative ones; right for shifts down and right of 1 or more
def shift_batch(images, shifts):
    moved = np.zeros_like(images)
    for n, (down, right) in enumerate(shifts):
        moved[n, :, down:, right:] = images[n, :, :-down, :-right]
    return moved
# %% wrong: uses np.roll, so what leaves at one side comes in at the other; right where the margin is black
def shift_batch(images, shifts):
    return np.stack([np.roll(image, (down, right), axis=(1, 2))
                     for image, (down, right) in zip(images, shifts)])
# %% wrong: begins with a copy of the images instead of zeros, so where nothing is moved to, the old pixels stay
def shift_batch(images, shifts):
    result = images.copy()
    height, width = images.shape[2:]
    for n in range(len(images)):
        down, right = shifts[n]
        for i in range(height):
            for j in range(width):
                if 0 <= i + down < height and 0 <= j + right < width:
                    result[n, :, i + down, j + right] = images[n, :, i, j]
    return result
# %% wrong: two mistakes: the pair is taken as (right, down), and the direction is turned, down moves up and right moves left
def shift_batch(images, shifts):
    n, c, h, w = images.shape
    most = int(np.abs(shifts).max()) if len(shifts) else 0
    padded = np.pad(images, ((0, 0), (0, 0), (most, most), (most, most)))
    return np.stack([padded[k, :, most + y:most + y + h, most + x:most + x + w]
                     for k, (x, y) in enumerate(shifts)])
# %% right: index arithmetic with a mask
def shift_batch(images, shifts):
    n, _, h, w = images.shape
    down, right = np.asarray(shifts).reshape(n, 2).T
    rows = np.arange(h) - down[:, None]
    columns = np.arange(w) - right[:, None]
    inside = ((rows >= 0) & (rows < h))[:, :, None] & ((columns >= 0) & (columns < w))[:, None, :]
    rows, columns = np.clip(rows, 0, h - 1), np.clip(columns, 0, w - 1)
    picked = images[np.arange(n)[:, None, None], :, rows[:, :, None], columns[:, None, :]]
    return np.where(inside[:, None], np.moveaxis(picked, -1, 1), 0).astype(images.dtype)
