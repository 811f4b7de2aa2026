# %% wrong: real pixels counted as those that are not 0, a zero in the image is taken for padding
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    stride = stride or kernel_size
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(x, (kernel_size, kernel_size), axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride]
    total = windows.sum(axis=(4, 5))
    if count_include_pad:
        return total / kernel_size ** 2
    return total / np.maximum((windows != 0).sum(axis=(4, 5)), 1)

# %% wrong: count_include_pad=False leaves the padding away, the output becomes smaller
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    stride = stride or kernel_size
    if count_include_pad:
        x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(x, (kernel_size, kernel_size), axis=(2, 3))
    return windows[:, :, ::stride, ::stride].mean(axis=(4, 5))

# %% wrong: the two cases of count_include_pad are exchanged
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    stride = kernel_size if stride is None else stride
    pads = ((0, 0), (0, 0), (padding, padding), (padding, padding))

    def total(a):
        windows = np.lib.stride_tricks.sliding_window_view(np.pad(a, pads), (kernel_size, kernel_size), axis=(2, 3))
        return windows[:, :, ::stride, ::stride].sum(axis=(4, 5))

    if not count_include_pad:
        return total(x) / kernel_size ** 2
    return total(x) / total(np.ones_like(x))

# %% wrong: divides by the kernel size, not by its square, where padding counts
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    stride = kernel_size if stride is None else stride
    n, c, h, w = x.shape
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    real = np.pad(np.ones((h, w)), padding)
    rows, columns = (h + 2 * padding - kernel_size) // stride + 1, (w + 2 * padding - kernel_size) // stride + 1
    y = np.zeros((n, c, rows, columns))
    for r in range(rows):
        for s in range(columns):
            place = (slice(r * stride, r * stride + kernel_size), slice(s * stride, s * stride + kernel_size))
            count = kernel_size if count_include_pad else real[place].sum()
            y[:, :, r, s] = padded[(slice(None), slice(None), *place)].sum(axis=(2, 3)) / count
    return y

# %% wrong: zip pairs rows with columns, only the diagonal of the output is filled
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    stride = stride or kernel_size
    n, c, h, w = x.shape
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    real = np.pad(np.ones((h, w)), padding)
    rows, columns = (h + 2 * padding - kernel_size) // stride + 1, (w + 2 * padding - kernel_size) // stride + 1
    y = np.zeros((n, c, rows, columns))
    for r, s in zip(range(rows), range(columns)):
        top, left = r * stride, s * stride
        window = padded[:, :, top : top + kernel_size, left : left + kernel_size]
        count = kernel_size ** 2
        if not count_include_pad:
            count = real[top : top + kernel_size, left : left + kernel_size].sum()
        y[:, :, r, s] = window.sum(axis=(2, 3)) / count
    return y

# %% wrong: the number of real pixels is always that of the first window, the corner
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    stride = stride or kernel_size
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(x, (kernel_size, kernel_size), axis=(2, 3))
    total = windows[:, :, ::stride, ::stride].sum(axis=(4, 5))
    side = kernel_size if count_include_pad else kernel_size - padding
    return total / side ** 2

# %% right: not-a-number as padding, left out by nanmean
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    stride = kernel_size if stride is None else stride
    filler = 0.0 if count_include_pad else np.nan
    pads = ((0, 0), (0, 0), (padding, padding), (padding, padding))
    padded = np.pad(x.astype(float), pads, constant_values=filler)
    windows = np.lib.stride_tricks.sliding_window_view(padded, (kernel_size, kernel_size), axis=(2, 3))
    return np.nanmean(windows[:, :, ::stride, ::stride], axis=(4, 5))
