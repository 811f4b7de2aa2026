# %% wrong: the running maximum begins at 0, windows of negative values give 0
def max_pool2d(x, kernel_size, stride=None, padding=0):
    stride = kernel_size if stride is None else stride
    n, c, h, w = x.shape
    p, k = padding, kernel_size
    h_out, w_out = (h + 2 * p - k) // stride + 1, (w + 2 * p - k) // stride + 1
    y = np.zeros((n, c, h_out, w_out))
    for r in range(h_out):
        for s in range(w_out):
            for i in range(k):
                for j in range(k):
                    row, column = r * stride + i - p, s * stride + j - p
                    if 0 <= row < h and 0 <= column < w:
                        y[:, :, r, s] = np.maximum(y[:, :, r, s], x[:, :, row, column])
    return y

# %% wrong: pads with zeros
def max_pool2d(x, kernel_size, stride=None, padding=0):
    stride = stride or kernel_size
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(x, (kernel_size, kernel_size), axis=(2, 3))
    return windows[:, :, ::stride, ::stride].max(axis=(4, 5))

# %% wrong: the window at the end that does not fit is pooled as well, sizes round up
def max_pool2d(x, kernel_size, stride=None, padding=0):
    stride = stride or kernel_size
    pads = ((0, 0), (0, 0), (padding, padding), (padding, padding))
    x = np.pad(x.astype(float), pads, constant_values=-np.inf)
    rows = range(0, x.shape[2], stride)
    columns = range(0, x.shape[3], stride)
    y = np.zeros(x.shape[:2] + (len(rows), len(columns)))
    for i, r in enumerate(rows):
        for j, c in enumerate(columns):
            y[:, :, i, j] = x[:, :, r : r + kernel_size, c : c + kernel_size].max(axis=(2, 3))
    return y

# %% wrong: the stride that is given is ignored, windows always lie side by side
def max_pool2d(x, kernel_size, stride=None, padding=0):
    n, c, h, w = x.shape
    k, p = kernel_size, padding
    big = np.full((n, c, h + 2 * p, w + 2 * p), -np.inf)
    big[:, :, p : p + h, p : p + w] = x
    rows, columns = (h + 2 * p) // k, (w + 2 * p) // k
    blocks = big[:, :, : rows * k, : columns * k].reshape(n, c, rows, k, columns, k)
    return blocks.max(axis=(3, 5))

# %% wrong: the default stride is 1 instead of the kernel size
def max_pool2d(x, kernel_size, stride=1, padding=0):
    pads = ((0, 0), (0, 0), (padding, padding), (padding, padding))
    x = np.pad(x.astype(float), pads, constant_values=-np.inf)
    windows = np.lib.stride_tricks.sliding_window_view(x, (kernel_size, kernel_size), axis=(2, 3))
    return windows[:, :, ::stride, ::stride].max(axis=(4, 5))

# %% wrong: the largest value over all channels is given to each of them
def max_pool2d(x, kernel_size, stride=None, padding=0):
    stride = stride or kernel_size
    pads = ((0, 0), (0, 0), (padding, padding), (padding, padding))
    x = np.pad(x.astype(float), pads, constant_values=-np.inf)
    n, c, h, w = x.shape
    rows, columns = (h - kernel_size) // stride + 1, (w - kernel_size) // stride + 1
    y = np.zeros((n, c, rows, columns))
    for image in range(n):
        for r in range(rows):
            for s in range(columns):
                top, left = r * stride, s * stride
                y[image, :, r, s] = x[image, :, top : top + kernel_size, left : left + kernel_size].max()
    return y

# %% right: rows first, then columns
def max_pool2d(x, kernel_size, stride=None, padding=0):
    stride = kernel_size if stride is None else stride

    def along_last(a):
        n = (a.shape[-1] + 2 * padding - kernel_size) // stride + 1
        out = []
        for i in range(n):
            begin = i * stride - padding
            out.append(a[..., max(begin, 0) : begin + kernel_size].max(axis=-1))
        return np.stack(out, axis=-1)

    return along_last(along_last(x).swapaxes(2, 3)).swapaxes(2, 3)

# %% right: pads with the smallest value there is
def max_pool2d(x, kernel_size, stride=None, padding=0):
    stride = stride or kernel_size
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)), constant_values=x.min())
    windows = np.lib.stride_tricks.sliding_window_view(x, (kernel_size, kernel_size), axis=(2, 3))
    return windows[:, :, ::stride, ::stride].max(axis=(4, 5))
