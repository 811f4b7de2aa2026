# %% wrong: a pair is read as (right, down)
def shift_batch(images, shifts):
    n, c, h, w = images.shape
    most = int(np.abs(shifts).max())
    padded = np.pad(images, ((0, 0), (0, 0), (most, most), (most, most)))
    out = np.empty_like(images)
    for i, (dx, dy) in enumerate(shifts):
        out[i] = padded[i, :, most - dy:most - dy + h, most - dx:most - dx + w]
    return out

# %% wrong: after np.roll only moves down and right are cleared, what goes out above or left comes in again
def shift_batch(images, shifts):
    moved = np.zeros_like(images)
    for k, (down, right) in enumerate(shifts):
        image = np.roll(images[k], (down, right), axis=(1, 2))
        if down > 0:
            image[:, :down] = 0
        if right > 0:
            image[:, :, :right] = 0
        moved[k] = image
    return moved

# %% wrong: two mistakes: down and right are taken as up and left, and all images move by the first pair
def shift_batch(images, shifts):
    down, right = shifts[0]
    height, width = images.shape[2:]
    out = np.zeros(images.shape, dtype=images.dtype)
    for r in range(height):
        for s in range(width):
            if 0 <= r + down < height and 0 <= s + right < width:
                out[:, :, r, s] = images[:, :, r + down, s + right]
    return out

# %% right: two shifting matrices for each image
def shift_batch(images, shifts):
    height, width = images.shape[2:]
    out = np.zeros(images.shape, dtype=images.dtype)
    for image, target, (down, right) in zip(images, out, np.asarray(shifts).tolist()):
        rows = np.eye(height, k=-down, dtype=images.dtype)
        columns = np.eye(width, k=right, dtype=images.dtype)
        target[...] = rows @ image @ columns
    return out
