# %% wrong: count_include_pad is ignored, always divided by K²
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    stride = kernel_size if stride is None else stride
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(x, (kernel_size, kernel_size), axis=(2, 3))
    return windows[:, :, ::stride, ::stride].mean(axis=(4, 5))
# %% wrong: count_include_pad is ignored, the padding is never counted
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    stride = kernel_size if stride is None else stride
    sides = ((0, 0), (0, 0), (padding, padding), (padding, padding))

    def sums(a):
        windows = np.lib.stride_tricks.sliding_window_view(np.pad(a, sides), (kernel_size, kernel_size), axis=(2, 3))
        return windows[:, :, ::stride, ::stride].sum(axis=(4, 5))

    return sums(x) / sums(np.ones(x.shape))
# %% wrong: the condition on count_include_pad is turned round
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    stride = kernel_size if stride is None else stride
    sides = ((0, 0), (0, 0), (padding, padding), (padding, padding))

    def sums(a):
        windows = np.lib.stride_tricks.sliding_window_view(np.pad(a, sides), (kernel_size, kernel_size), axis=(2, 3))
        return windows[:, :, ::stride, ::stride].sum(axis=(4, 5))

    return sums(x) / (sums(np.ones(x.shape)) if count_include_pad else kernel_size**2)
# %% wrong: divided by the number of values that are not 0, real zeros of the image are not counted
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    stride = kernel_size if stride is None else stride
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(x, (kernel_size, kernel_size), axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride]
    if count_include_pad:
        return windows.mean(axis=(4, 5))
    return windows.sum(axis=(4, 5)) / np.maximum(np.count_nonzero(windows, axis=(4, 5)), 1)
# %% wrong: the sum is not divided
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    stride = kernel_size if stride is None else stride
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(x, (kernel_size, kernel_size), axis=(2, 3))
    return windows[:, :, ::stride, ::stride].sum(axis=(4, 5))
# %% wrong: divided by K instead of K²
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    stride = kernel_size if stride is None else stride
    sides = ((0, 0), (0, 0), (padding, padding), (padding, padding))

    def sums(a):
        windows = np.lib.stride_tricks.sliding_window_view(np.pad(a, sides), (kernel_size, kernel_size), axis=(2, 3))
        return windows[:, :, ::stride, ::stride].sum(axis=(4, 5))

    return sums(x) / (kernel_size if count_include_pad else sums(np.ones(x.shape)))
# %% wrong: the maximum of each window
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    stride = kernel_size if stride is None else stride
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(x, (kernel_size, kernel_size), axis=(2, 3))
    return windows[:, :, ::stride, ::stride].max(axis=(4, 5))
# %% wrong: the stride's default is 1
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    stride = 1 if stride is None else stride
    sides = ((0, 0), (0, 0), (padding, padding), (padding, padding))

    def sums(a):
        windows = np.lib.stride_tricks.sliding_window_view(np.pad(a, sides), (kernel_size, kernel_size), axis=(2, 3))
        return windows[:, :, ::stride, ::stride].sum(axis=(4, 5))

    return sums(x) / (kernel_size**2 if count_include_pad else sums(np.ones(x.shape)))
# %% wrong: averaged over the channels too
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    stride = kernel_size if stride is None else stride
    sides = ((0, 0), (0, 0), (padding, padding), (padding, padding))

    def sums(a):
        windows = np.lib.stride_tricks.sliding_window_view(np.pad(a, sides), (kernel_size, kernel_size), axis=(2, 3))
        return windows[:, :, ::stride, ::stride].sum(axis=(4, 5))

    out = sums(x) / (kernel_size**2 if count_include_pad else sums(np.ones(x.shape)))
    return out.mean(axis=1, keepdims=True)
# %% wrong: the count is taken once from the corner window and used for all windows
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    stride = kernel_size if stride is None else stride
    n, c, h, w = x.shape
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(x, (kernel_size, kernel_size), axis=(2, 3))
    total = windows[:, :, ::stride, ::stride].sum(axis=(4, 5))
    if count_include_pad:
        return total / kernel_size**2
    return total / (min(kernel_size - padding, h) * min(kernel_size - padding, w))
# %% wrong: // instead of /, the averages are rounded down
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    stride = kernel_size if stride is None else stride
    sides = ((0, 0), (0, 0), (padding, padding), (padding, padding))

    def sums(a):
        windows = np.lib.stride_tricks.sliding_window_view(np.pad(a, sides), (kernel_size, kernel_size), axis=(2, 3))
        return windows[:, :, ::stride, ::stride].sum(axis=(4, 5))

    return sums(x) // (kernel_size**2 if count_include_pad else sums(np.ones(x.shape)))
# %% wrong: the size is rounded up and the last windows reach over the end
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    stride = kernel_size if stride is None else stride
    n, c, h, w = x.shape
    rows = math.ceil((h + 2 * padding - kernel_size) / stride) + 1
    columns = math.ceil((w + 2 * padding - kernel_size) / stride) + 1
    out = np.zeros((n, c, rows, columns))
    for i in range(rows):
        for j in range(columns):
            top, left = i * stride - padding, j * stride - padding
            window = x[:, :, max(top, 0) : max(top + kernel_size, 0), max(left, 0) : max(left + kernel_size, 0)]
            count = kernel_size**2 if count_include_pad else max(window.shape[2] * window.shape[3], 1)
            out[:, :, i, j] = window.sum(axis=(2, 3)) / count
    return out
# %% wrong: padding before stride in the parameter list
def avg_pool2d(x, kernel_size, padding=0, stride=None, count_include_pad=True):
    stride = kernel_size if stride is None else stride
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(x, (kernel_size, kernel_size), axis=(2, 3))
    return windows[:, :, ::stride, ::stride].mean(axis=(4, 5))
# %% wrong: two mistakes: count_include_pad is ignored, and the stride's default is 1
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    stride = stride or 1
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(x, (kernel_size, kernel_size), axis=(2, 3))
    return windows[:, :, ::stride, ::stride].mean(axis=(4, 5))
# %% wrong: the averages are rounded to whole numbers
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    stride = kernel_size if stride is None else stride
    value = 0.0 if count_include_pad else np.nan
    sides = ((0, 0), (0, 0), (padding, padding), (padding, padding))
    big = np.pad(x.astype(float), sides, constant_values=value)
    windows = np.lib.stride_tricks.sliding_window_view(big, (kernel_size, kernel_size), axis=(2, 3))
    return np.round(np.nanmean(windows[:, :, ::stride, ::stride], axis=(4, 5)))
# %% right: sums divided by K² or by sums of ones
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    stride = kernel_size if stride is None else stride
    sides = ((0, 0), (0, 0), (padding, padding), (padding, padding))

    def sums(a):
        windows = np.lib.stride_tricks.sliding_window_view(np.pad(a, sides), (kernel_size, kernel_size), axis=(2, 3))
        return windows[:, :, ::stride, ::stride].sum(axis=(4, 5))

    return sums(x) / (kernel_size**2 if count_include_pad else sums(np.ones(x.shape)))
# %% right: cut windows in loops
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    stride = kernel_size if stride is None else stride
    n, c, h, w = x.shape
    rows = (h + 2 * padding - kernel_size) // stride + 1
    columns = (w + 2 * padding - kernel_size) // stride + 1
    out = np.zeros((n, c, rows, columns))
    for i in range(rows):
        for j in range(columns):
            top, left = i * stride - padding, j * stride - padding
            window = x[:, :, max(top, 0) : top + kernel_size, max(left, 0) : left + kernel_size]
            count = kernel_size**2 if count_include_pad else window.shape[2] * window.shape[3]
            out[:, :, i, j] = window.sum(axis=(2, 3)) / count
    return out
# %% right: NaN as padding and nanmean
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    stride = kernel_size if stride is None else stride
    value = 0.0 if count_include_pad else np.nan
    sides = ((0, 0), (0, 0), (padding, padding), (padding, padding))
    big = np.pad(x.astype(float), sides, constant_values=value)
    windows = np.lib.stride_tricks.sliding_window_view(big, (kernel_size, kernel_size), axis=(2, 3))
    return np.nanmean(windows[:, :, ::stride, ::stride], axis=(4, 5))
