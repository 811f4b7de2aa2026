# %% wrong: count_include_pad is ignored; it always divides by kernel_size ** 2
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    if stride is None:
        stride = kernel_size
    p = padding
    padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    w = np.lib.stride_tricks.sliding_window_view(padded, (kernel_size, kernel_size), axis=(2, 3))
    return w[:, :, ::stride, ::stride].sum(axis=(4, 5)) / kernel_size**2
# %% wrong: two mistakes: count_include_pad is read the wrong way round (True leaves the padding out of the count, False counts it), and a missing stride is taken as 1
def avg_pool2d(x, kernel_size, stride=1, padding=0, count_include_pad=True):
    stride = stride or 1

    def window_sums(a):
        a = np.pad(a, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
        h = (a.shape[2] - kernel_size) // stride + 1
        w = (a.shape[3] - kernel_size) // stride + 1
        out = np.zeros(a.shape[:2] + (h, w))
        for i in range(h):
            for j in range(w):
                r, c = i * stride, j * stride
                out[:, :, i, j] = a[:, :, r : r + kernel_size, c : c + kernel_size].sum(axis=(2, 3))
        return out

    total = window_sums(x)
    if count_include_pad:
        return total / window_sums(np.ones_like(x))
    return total / (kernel_size * kernel_size)
# %% wrong: the output array gets the dtype of x, so the means of whole numbers lose their fractions
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    stride = kernel_size if stride is None else stride
    pad = ((0, 0), (0, 0), (padding, padding), (padding, padding))
    xp, real = np.pad(x, pad), np.pad(np.ones(x.shape), pad)
    rows = (xp.shape[2] - kernel_size) // stride + 1
    cols = (xp.shape[3] - kernel_size) // stride + 1
    y = np.zeros((x.shape[0], x.shape[1], rows, cols), dtype=x.dtype)
    for i, j in np.ndindex(rows, cols):
        place = np.s_[:, :, i * stride : i * stride + kernel_size, j * stride : j * stride + kernel_size]
        count = kernel_size**2 if count_include_pad else real[place].sum(axis=(2, 3))
        y[:, :, i, j] = xp[place].sum(axis=(2, 3)) / count
    return y
# %% wrong: with count_include_pad=False it counts the non-zero values of the window, so real pixels that are 0 are left out of the count (and a window of zeros gives nan)
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    step = stride or kernel_size
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    views = np.lib.stride_tricks.sliding_window_view(padded, (kernel_size, kernel_size), axis=(2, 3))
    views = views[:, :, ::step, ::step]
    if count_include_pad:
        return views.mean(axis=(-1, -2))
    return views.sum(axis=(-1, -2)) / np.count_nonzero(views, axis=(-1, -2))
# %% right: two matrices of zeros and ones, one for rows and one for columns; counts are computed, not pooled
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    stride = stride or kernel_size

    def selector(size):
        count = (size + 2 * padding - kernel_size) // stride + 1
        start = np.arange(count)[:, None] * stride - padding
        pixel = np.arange(size)
        return ((pixel >= start) & (pixel < start + kernel_size)).astype(float)

    vertical, horizontal = selector(x.shape[2]), selector(x.shape[3])
    sums = vertical @ x @ horizontal.T
    if count_include_pad:
        return sums / kernel_size**2
    return sums / np.outer(vertical.sum(axis=1), horizontal.sum(axis=1))
