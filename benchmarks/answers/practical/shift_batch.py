# %% wrong: np.roll is used: what leaves on one side comes in on the other, instead of zeros (right where the border is black)
def shift_batch(images, shifts):
    return np.stack([np.roll(image, tuple(pair), axis=(1, 2)) for image, pair in zip(images, shifts)])
# %% wrong: the directions are reversed: the window starts at most + down instead of most - down, so positive pairs move up and left
def shift_batch(images, shifts):
    N, C, H, W = images.shape
    most = int(np.abs(shifts).max()) if len(shifts) else 0
    big = np.pad(images, ((0, 0), (0, 0), (most, most), (most, most)))
    out = np.empty_like(images)
    for n, (down, right) in enumerate(shifts):
        out[n] = big[n, :, most + down:most + down + H, most + right:most + right + W]
    return out
# %% wrong: two mistakes: the pair is read as (right, down), and every image is moved by the first image's pair
def shift_batch(images, shifts):
    n, c, h, w = images.shape
    out = np.zeros(images.shape)
    right, down = shifts[0]
    for i in range(h):
        for j in range(w):
            if 0 <= i - down < h and 0 <= j - right < w:
                out[:, :, i, j] = images[:, :, i - down, j - right]
    return out
# %% wrong: slices with negative shifts are written without care: images[..., :-down] is empty for down = 0, so a pair with a 0 or a negative number raises ValueError (could not broadcast) or leaves false pixels; right for positive pairs only
def shift_batch(images, shifts):
    moved = np.zeros_like(images)
    for n in range(len(images)):
        d, r = shifts[n]
        moved[n, :, d:, r:] = images[n, :, :-d, :-r]
    return moved
# %% right: index arrays for the source with a mask
def shift_batch(images, shifts):
    N, C, H, W = images.shape
    down, right = np.asarray(shifts).reshape(N, 2).T
    rows = np.arange(H) - down[:, None]
    cols = np.arange(W) - right[:, None]
    inside = ((rows >= 0) & (rows < H))[:, None, :, None] & ((cols >= 0) & (cols < W))[:, None, None, :]
    taken = images[np.arange(N)[:, None, None, None], np.arange(C)[None, :, None, None],
                   (rows % H)[:, None, :, None], (cols % W)[:, None, None, :]]
    return np.where(inside, taken, 0)
