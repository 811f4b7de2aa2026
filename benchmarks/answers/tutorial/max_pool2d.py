# %% wrong: x is padded with minus infinity without making it float: OverflowError for whole numbers with padding; right for floats
def max_pool2d(x, kernel_size, stride=None, padding=0):
    stride = kernel_size if stride is None else stride
    p = padding
    if p > 0:
        x = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), constant_values=-np.inf)
    view = np.lib.stride_tricks.sliding_window_view(x, (kernel_size, kernel_size), axis=(2, 3))
    return view[:, :, ::stride, ::stride].max(axis=(4, 5))
# %% wrong: windows side by side by reshape, stride and padding are not looked at; right for stride = kernel_size, no padding and sizes that divide (ValueError where they do not)
def max_pool2d(x, kernel_size, stride=None, padding=0):
    n, c, h, w = x.shape
    k = kernel_size
    blocks = x.reshape(n, c, h // k, k, w // k, k)
    return blocks.max(axis=5).max(axis=3)
# %% wrong: the best value so far is set back for each row of outputs only, not for each window: along a row it can never fall again
def max_pool2d(x, kernel_size, stride=None, padding=0):
    s = stride or kernel_size
    a = np.pad(x.astype(float), ((0, 0), (0, 0), (padding,) * 2, (padding,) * 2), constant_values=-np.inf)
    n, c, h, w = a.shape
    out = np.zeros((n, c, (h - kernel_size) // s + 1, (w - kernel_size) // s + 1))
    for r in range(out.shape[2]):
        best = np.full((n, c), -np.inf)
        for q in range(out.shape[3]):
            for i in range(kernel_size):
                for j in range(kernel_size):
                    best = np.maximum(best, a[:, :, r * s + i, q * s + j])
            out[:, :, r, q] = best
    return out
# %% wrong: two mistakes: the stride defaults to 1 in place of kernel_size, and the padding is 0, which wins against negative values
def max_pool2d(x, kernel_size, stride=None, padding=0):
    if stride is None:
        stride = 1
    padded = np.pad(x, [(0, 0), (0, 0), (padding, padding), (padding, padding)])
    rows = range(0, padded.shape[2] - kernel_size + 1, stride)
    cols = range(0, padded.shape[3] - kernel_size + 1, stride)
    return np.array([[[[m[r:r + kernel_size, c:c + kernel_size].max() for c in cols]
                       for r in rows] for m in image] for image in padded])
# %% right: the window is cut at the image's border, no padding is written
def max_pool2d(x, kernel_size, stride=None, padding=0):
    step = kernel_size if stride is None else stride
    n, c, h, w = x.shape
    tops = range(-padding, h + padding - kernel_size + 1, step)
    lefts = range(-padding, w + padding - kernel_size + 1, step)
    out = np.full((n, c, len(tops), len(lefts)), -np.inf)
    for i, top in enumerate(tops):
        for j, left in enumerate(lefts):
            piece = x[:, :, max(top, 0):top + kernel_size, max(left, 0):left + kernel_size]
            if piece.size:
                out[:, :, i, j] = piece.max(axis=(2, 3))
    return out
