# %% wrong: the largest value so far starts at 0, so a window of only negative values gives 0
def max_pool2d(x, kernel_size, stride=None, padding=0):
    if stride is None:
        stride = kernel_size
    p = padding
    x = np.pad(x.astype(float), ((0, 0), (0, 0), (p, p), (p, p)), constant_values=-np.inf)
    n, c, h, w = x.shape
    down, across = (h - kernel_size) // stride + 1, (w - kernel_size) // stride + 1
    out = np.zeros((n, c, down, across))
    for u in range(kernel_size):
        for v in range(kernel_size):
            tap = x[:, :, u:u + stride * down:stride, v:v + stride * across:stride]
            out = np.maximum(out, tap)
    return out
# %% wrong: np.pad gets one number and pads all four axes, so with padding > 0 images and channels of minus infinity are added
def max_pool2d(x, kernel_size, stride=None, padding=0):
    stride = kernel_size if stride is None else stride
    padded = np.pad(x.astype(float), padding, constant_values=-np.inf)
    views = np.lib.stride_tricks.sliding_window_view(padded, (kernel_size, kernel_size), axis=(2, 3))
    return views[:, :, ::stride, ::stride].max(axis=(4, 5))
# %% wrong: two mistakes: the stride defaults to 1 when it is not given, and the padding is 0, not minus infinity, so it beats negative values at the border
def max_pool2d(x, kernel_size, stride=None, padding=0):
    stride = stride or 1
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    N, C, H, W = x.shape
    H_out = (H - kernel_size) // stride + 1
    W_out = (W - kernel_size) // stride + 1
    y = np.empty((N, C, H_out, W_out))
    for i in range(H_out):
        for j in range(W_out):
            window = x[:, :, i * stride:i * stride + kernel_size, j * stride:j * stride + kernel_size]
            y[:, :, i, j] = window.max(axis=(2, 3))
    return y
# %% wrong: the number of output columns is computed from the height of x, so wide inputs get too few columns, and tall ones too many (or ValueError where a window beyond the right edge is empty)
def max_pool2d(x, kernel_size, stride=None, padding=0):
    if stride is None:
        stride = kernel_size
    margin = ((0, 0), (0, 0), (padding, padding), (padding, padding))
    x = np.pad(x.astype(float), margin, constant_values=-np.inf)
    size = (x.shape[2] - kernel_size) // stride + 1
    result = np.zeros((x.shape[0], x.shape[1], size, size))
    for row in range(size):
        for col in range(size):
            top, left = row * stride, col * stride
            window = x[:, :, top:top + kernel_size, left:left + kernel_size]
            result[:, :, row, col] = np.max(window, axis=(2, 3))
    return result
# %% right: rows first, then columns: the maximum is separable
def max_pool2d(x, kernel_size, stride=None, padding=0):
    stride = kernel_size if stride is None else stride

    def along_last(a):
        side = np.full(a.shape[:-1] + (padding,), -np.inf)
        a = np.concatenate([side, a, side], axis=-1)
        count = (a.shape[-1] - kernel_size) // stride + 1
        parts = [a[..., i * stride:i * stride + kernel_size].max(axis=-1) for i in range(count)]
        return np.stack(parts, axis=-1)

    columns_done = along_last(np.asarray(x, dtype=float))
    return along_last(columns_done.swapaxes(2, 3)).swapaxes(2, 3)
