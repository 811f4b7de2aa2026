# %% wrong: np.roll, what leaves on one side comes in on the other
def shift_batch(images, shifts):
    return np.stack([np.roll(image, tuple(s), axis=(1, 2)) for image, s in zip(images, shifts)])
# %% wrong: up and left instead of down and right
def shift_batch(images, shifts):
    n, c, h, w = images.shape
    m = int(np.abs(shifts).max()) if len(shifts) else 0
    big = np.pad(images, ((0, 0), (0, 0), (m, m), (m, m)))
    out = np.empty_like(images)
    for k, (d, r) in enumerate(shifts):
        out[k] = big[k, :, m + d:m + d + h, m + r:m + r + w]
    return out
# %% wrong: all images are moved by the first pair
def shift_batch(images, shifts):
    down, right = shifts[0]
    h, w = images.shape[2:]
    out = np.zeros_like(images)
    for r in range(h):
        for c in range(w):
            if 0 <= r - down < h and 0 <= c - right < w:
                out[:, :, r, c] = images[:, :, r - down, c - right]
    return out
# %% wrong: negative shifts are not thought of: slices from a negative number on, a ValueError
def shift_batch(images, shifts):
    out = np.zeros_like(images)
    h, w = images.shape[-2:]
    for k, (d, r) in enumerate(shifts):
        out[k, :, d:, r:] = images[k, :, :h - d, :w - r]
    return out
# %% wrong: the pair is used as (right, down)
def shift_batch(images, shifts):
    n, c, h, w = images.shape
    p = max(h, w)
    big = np.pad(images, [(0, 0), (0, 0), (p, p), (p, p)])
    return np.array([big[k, :, p - s[1]:p - s[1] + h, p - s[0]:p - s[0] + w] for k, s in enumerate(shifts)])
# %% wrong: writes the moved images over those that were given
def shift_batch(images, shifts):
    h, w = images.shape[2:]
    p = max(h, w)
    for k in range(len(images)):
        down, right = int(shifts[k][0]), int(shifts[k][1])
        framed = np.pad(images[k], ((0, 0), (p, p), (p, p)))
        images[k] = framed[:, p - down:p - down + h, p - right:p - right + w]
    return images
# %% right: shift matrices, np.eye with an offset
def shift_batch(images, shifts):
    h, w = images.shape[2:]
    moved = [np.eye(h, k=-int(down)) @ image @ np.eye(w, k=int(right)) for image, (down, right) in zip(images, shifts)]
    return np.array(moved, dtype=images.dtype).reshape(images.shape)
