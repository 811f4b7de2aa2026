# %% wrong: a stride of None is not replaced by kernel_size: TypeError where no stride is given; right where one is
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    def sums(a):
        a = np.pad(a, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
        h = (a.shape[2] - kernel_size) // stride + 1
        w = (a.shape[3] - kernel_size) // stride + 1
        out = np.zeros(a.shape[:2] + (h, w))
        for i in range(h):
            for j in range(w):
                r, c = i * stride, j * stride
                out[:, :, i, j] = a[:, :, r:r + kernel_size, c:c + kernel_size].sum(axis=(2, 3))
        return out
    if count_include_pad:
        return sums(x) / kernel_size ** 2
    return sums(x) / sums(np.ones(x.shape))
# %% wrong: count_include_pad is never looked at, the padding always counts; right for True and without padding
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    stride = stride or kernel_size
    p = (padding, padding)
    view = np.lib.stride_tricks.sliding_window_view(
        np.pad(x, ((0, 0), (0, 0), p, p)), (kernel_size, kernel_size), axis=(2, 3))
    return view[:, :, ::stride, ::stride].mean(axis=(-1, -2))
# %% wrong: without counting the padding, the sum is divided by the number of non-zero values, so real pixels of 0 are taken for padding; right where no pixel is 0
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    if stride is None:
        stride = kernel_size
    n, c, h, w = x.shape
    a = np.zeros((n, c, h + 2 * padding, w + 2 * padding))
    a[:, :, padding:padding + h, padding:padding + w] = x
    rows = (a.shape[2] - kernel_size) // stride + 1
    cols = (a.shape[3] - kernel_size) // stride + 1
    y = np.zeros((n, c, rows, cols))
    for b, ch, r, q in np.ndindex(y.shape):
        piece = a[b, ch, r * stride:r * stride + kernel_size, q * stride:q * stride + kernel_size]
        count = piece.size if count_include_pad else max(np.count_nonzero(piece), 1)
        y[b, ch, r, q] = piece.sum() / count
    return y
# %% wrong: two mistakes: count_include_pad is read the wrong way round, and where the padding counts the sum is divided by kernel_size in place of its square
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    s = kernel_size if stride is None else stride
    border = ((0, 0), (0, 0), (padding, padding), (padding, padding))
    def total(a):
        v = np.lib.stride_tricks.sliding_window_view(np.pad(a, border), (kernel_size,) * 2, axis=(2, 3))
        return np.einsum("nchwij->nchw", v[:, :, ::s, ::s])
    if count_include_pad:
        return total(x) / total(np.ones_like(x))
    return total(x) / kernel_size
# %% right: integral image (sums of everything above and to the left)
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    step, k, p = stride or kernel_size, kernel_size, padding
    def window_sums(a):
        a = np.pad(a.astype(float), ((0, 0), (0, 0), (p + 1, p), (p + 1, p)))
        s = a.cumsum(axis=2).cumsum(axis=3)
        w = s[:, :, k:, k:] - s[:, :, :-k, k:] - s[:, :, k:, :-k] + s[:, :, :-k, :-k]
        return w[:, :, ::step, ::step]
    count = k * k if count_include_pad else np.round(window_sums(np.ones_like(x, dtype=float)))
    return window_sums(x) / count
