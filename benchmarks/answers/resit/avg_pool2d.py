# %% wrong: count_include_pad=False is taken to mean that no padding is put around at all
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    stride = stride or kernel_size
    if count_include_pad:
        x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(x, (kernel_size, kernel_size), axis=(2, 3))
    return windows[:, :, ::stride, ::stride].mean(axis=(4, 5))
# %% wrong: real pixels are told from padding by being non-zero, so black pixels are not counted
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    stride = stride or kernel_size
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(x, (kernel_size, kernel_size), axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride]
    if count_include_pad:
        return windows.mean(axis=(4, 5))
    real = np.count_nonzero(windows, axis=(4, 5))
    return windows.sum(axis=(4, 5)) / np.maximum(real, 1)
# %% wrong: the default stride None is not replaced by the kernel size: TypeError
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    n, c, h, w = x.shape
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    real = np.pad(np.ones((h, w)), padding)
    h_out = (h + 2 * padding - kernel_size) // stride + 1
    w_out = (w + 2 * padding - kernel_size) // stride + 1
    output = np.zeros((n, c, h_out, w_out))
    for i in range(h_out):
        for j in range(w_out):
            rows = slice(i * stride, i * stride + kernel_size)
            columns = slice(j * stride, j * stride + kernel_size)
            count = kernel_size**2 if count_include_pad else real[rows, columns].sum()
            output[:, :, i, j] = padded[:, :, rows, columns].sum(axis=(2, 3)) / count
    return output
# %% wrong: the condition stands the wrong way round: the padding counts exactly when it should not
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    stride = kernel_size if stride is None else stride

    def window_sums(a):
        a = np.pad(a, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
        return np.lib.stride_tricks.sliding_window_view(
            a, (kernel_size, kernel_size), axis=(2, 3))[:, :, ::stride, ::stride].sum(axis=(4, 5))

    if not count_include_pad:
        return window_sums(x) / kernel_size**2
    return window_sums(x) / window_sums(np.ones(x.shape))
# %% right: differences of cumulative sums (an integral image)
def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    stride = kernel_size if stride is None else stride

    def edges(size):
        starts = np.arange(-padding, size + padding - kernel_size + 1, stride)
        return np.clip(starts, 0, size), np.clip(starts + kernel_size, 0, size)

    (top, bottom), (left, right) = edges(x.shape[2]), edges(x.shape[3])
    table = np.pad(np.asarray(x, float), ((0, 0), (0, 0), (1, 0), (1, 0))).cumsum(2).cumsum(3)
    rows = table[:, :, bottom] - table[:, :, top]
    sums = rows[..., right] - rows[..., left]
    if count_include_pad:
        return sums / kernel_size**2
    return sums / np.multiply.outer(bottom - top, right - left)
