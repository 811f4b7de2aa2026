# %% wrong: with count_include_pad=False it divides by the number of non-zero values in the window, so real pixels that happen to be 0 are not counted
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    if stride is None:
        stride = kernel_size
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    win = np.lib.stride_tricks.sliding_window_view(xp, (kernel_size, kernel_size), axis=(2, 3))
    win = win[:, :, ::stride, ::stride]
    total = win.sum(axis=(4, 5))
    if count_include_pad:
        return total / kernel_size ** 2
    return total / np.maximum((win != 0).sum(axis=(4, 5)), 1)
# %% wrong: the means are stored in an array of x's own type, so for whole-number input they lose their fraction
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    stride = stride or kernel_size
    pad = ((0, 0), (0, 0), (padding, padding), (padding, padding))
    real = np.pad(np.ones_like(x), pad)
    x = np.pad(x, pad)
    rows = (x.shape[2] - kernel_size) // stride + 1
    cols = (x.shape[3] - kernel_size) // stride + 1
    out = np.zeros(x.shape[:2] + (rows, cols), dtype=x.dtype)
    for i in range(rows):
        for j in range(cols):
            here = (slice(None), slice(None), slice(i * stride, i * stride + kernel_size),
                    slice(j * stride, j * stride + kernel_size))
            count = kernel_size ** 2 if count_include_pad else real[here].sum(axis=(2, 3))
            out[:, :, i, j] = x[here].sum(axis=(2, 3)) / count
    return out
# %% wrong: the sum of a window is divided by kernel_size, not by kernel_size squared, when the padding counts (the default)
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    s = kernel_size if stride is None else stride

    def sums(a):
        a = np.pad(a, [(0, 0)] * 2 + [(padding, padding)] * 2)
        h, w = (a.shape[2] - kernel_size) // s + 1, (a.shape[3] - kernel_size) // s + 1
        total = np.zeros(a.shape[:2] + (h, w))
        for u in range(kernel_size):
            for v in range(kernel_size):
                total += a[:, :, u:u + s * h:s, v:v + s * w:s]
        return total

    if count_include_pad:
        return sums(x) / kernel_size
    return sums(x) / sums(np.ones(x.shape))
# %% wrong: the meaning of count_include_pad is inverted: True divides by the number of real pixels, False by the whole window
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    stride = kernel_size if stride is None else stride
    fill = np.nan if count_include_pad else 0.0
    x = np.pad(x.astype(float), ((0, 0), (0, 0), (padding, padding), (padding, padding)),
               constant_values=fill)
    views = np.lib.stride_tricks.sliding_window_view(x, (kernel_size, kernel_size), (2, 3))
    return np.nanmean(views[:, :, ::stride, ::stride], axis=(4, 5))
# %% right: summed-area table, and the count of real pixels from the window's borders
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    stride = kernel_size if stride is None else stride

    def borders(length):
        starts = np.arange(0, length + 2 * padding - kernel_size + 1, stride) - padding
        return np.clip(starts, 0, length), np.clip(starts + kernel_size, 0, length)

    top, bottom = borders(x.shape[2])
    left, right = borders(x.shape[3])
    table = np.zeros(x.shape[:2] + (x.shape[2] + 1, x.shape[3] + 1))
    table[:, :, 1:, 1:] = np.asarray(x, float).cumsum(axis=2).cumsum(axis=3)

    def corner(r, c):
        return table[:, :, r[:, None], c[None, :]]

    total = corner(bottom, right) - corner(top, right) - corner(bottom, left) + corner(top, left)
    if count_include_pad:
        return total / kernel_size ** 2
    return total / np.outer(bottom - top, right - left)
