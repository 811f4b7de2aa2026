# %% wrong: count_include_pad is ignored; every sum is divided by kernel_size ** 2
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    if stride is None:
        stride = kernel_size
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    win = np.lib.stride_tricks.sliding_window_view(x, (kernel_size, kernel_size), axis=(2, 3))
    return win[:, :, ::stride, ::stride].mean(axis=(-1, -2))
# %% wrong: the meaning of count_include_pad is the wrong way round: True divides by the real pixels, False by the whole window
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    stride = kernel_size if stride is None else stride
    pads = ((0, 0), (0, 0), (padding, padding), (padding, padding))
    def window_sums(a):
        v = np.lib.stride_tricks.sliding_window_view(np.pad(a, pads), (kernel_size,) * 2, axis=(2, 3))
        return v[:, :, ::stride, ::stride].sum(axis=(4, 5))
    if count_include_pad:
        return window_sums(x) / window_sums(np.ones_like(x))
    return window_sums(x) / kernel_size**2
# %% wrong: for count_include_pad=False the non-zero values of a window are counted as real pixels, so real pixels that are 0 are left out of the count (and a window of zeros gives nan)
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    stride = stride or kernel_size
    N, C, H, W = x.shape
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    Ho = (H + 2 * padding - kernel_size) // stride + 1
    Wo = (W + 2 * padding - kernel_size) // stride + 1
    out = np.zeros((N, C, Ho, Wo))
    for i in range(Ho):
        for j in range(Wo):
            window = xp[:, :, i * stride:i * stride + kernel_size, j * stride:j * stride + kernel_size]
            total = window.sum(axis=(2, 3))
            if count_include_pad:
                out[:, :, i, j] = total / kernel_size ** 2
            else:
                out[:, :, i, j] = total / (window != 0).sum(axis=(2, 3))
    return out
# %% wrong: the sum is divided by kernel_size instead of kernel_size ** 2 when the padding counts (the other case is right)
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    if stride is None:
        stride = kernel_size
    def pool_sum(values):
        padded = np.pad(values, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
        windows = np.lib.stride_tricks.sliding_window_view(padded, (kernel_size, kernel_size), (2, 3))
        return np.einsum("nchwij->nchw", windows[:, :, ::stride, ::stride])
    divisor = kernel_size if count_include_pad else pool_sum(np.ones(x.shape))
    return pool_sum(x) / divisor
# %% right: sums from an integral image, counts from clipped window borders
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    stride = stride or kernel_size
    height, width = x.shape[2:]
    table = np.zeros(x.shape[:2] + (height + 1, width + 1))
    table[:, :, 1:, 1:] = x.cumsum(axis=2).cumsum(axis=3)
    def borders(size):
        start = np.arange(0, size + 2 * padding - kernel_size + 1, stride) - padding
        return np.clip(start, 0, size), np.clip(start + kernel_size, 0, size)
    (top, bottom), (left, right) = borders(height), borders(width)
    at = lambda r, c: table[:, :, r[:, None], c[None, :]]
    sums = at(bottom, right) - at(top, right) - at(bottom, left) + at(top, left)
    if count_include_pad:
        return sums / kernel_size**2
    return sums / np.outer(bottom - top, right - left)
