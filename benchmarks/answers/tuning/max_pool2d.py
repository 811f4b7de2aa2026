# %% wrong: padded with zeros, a zero beats negative values
def max_pool2d(x, kernel_size, stride=None, padding=0):
    stride = kernel_size if stride is None else stride
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(x, (kernel_size, kernel_size), axis=(2, 3))
    return windows[:, :, ::stride, ::stride].max(axis=(4, 5))
# %% wrong: the stride's default is 1
def max_pool2d(x, kernel_size, stride=1, padding=0):
    if stride is None:
        stride = 1
    sides = ((0, 0), (0, 0), (padding, padding), (padding, padding))
    x = np.pad(x.astype(float), sides, constant_values=-np.inf)
    windows = np.lib.stride_tricks.sliding_window_view(x, (kernel_size, kernel_size), axis=(2, 3))
    return windows[:, :, ::stride, ::stride].max(axis=(4, 5))
# %% wrong: the average instead of the maximum
def max_pool2d(x, kernel_size, stride=None, padding=0):
    stride = kernel_size if stride is None else stride
    n, c, h, w = x.shape
    rows = (h + 2 * padding - kernel_size) // stride + 1
    columns = (w + 2 * padding - kernel_size) // stride + 1
    out = np.zeros((n, c, rows, columns))
    for i in range(rows):
        for j in range(columns):
            top, left = i * stride - padding, j * stride - padding
            window = x[:, :, max(top, 0) : top + kernel_size, max(left, 0) : left + kernel_size]
            out[:, :, i, j] = window.mean(axis=(2, 3))
    return out
# %% wrong: the maximum over the channels too, all maps are the same
def max_pool2d(x, kernel_size, stride=None, padding=0):
    stride = kernel_size if stride is None else stride
    sides = ((0, 0), (0, 0), (padding, padding), (padding, padding))
    x = np.pad(x.astype(float), sides, constant_values=-np.inf)
    windows = np.lib.stride_tricks.sliding_window_view(x, (kernel_size, kernel_size), axis=(2, 3))
    best = windows[:, :, ::stride, ::stride].max(axis=(1, 4, 5))
    return np.stack([best] * x.shape[1], axis=1)
# %% wrong: the best value starts at 0, windows of negative values give 0
def max_pool2d(x, kernel_size, stride=None, padding=0):
    stride = kernel_size if stride is None else stride
    n, c, h, w = x.shape
    rows = (h + 2 * padding - kernel_size) // stride + 1
    columns = (w + 2 * padding - kernel_size) // stride + 1
    out = np.zeros((n, c, rows, columns))
    for a, b, i, j in np.ndindex(out.shape):
        best = 0
        for r in range(i * stride - padding, i * stride - padding + kernel_size):
            for q in range(j * stride - padding, j * stride - padding + kernel_size):
                if 0 <= r < h and 0 <= q < w and x[a, b, r, q] > best:
                    best = x[a, b, r, q]
        out[a, b, i, j] = best
    return out
# %% wrong: the padding holds -100, smaller values lose against it
def max_pool2d(x, kernel_size, stride=None, padding=0):
    stride = kernel_size if stride is None else stride
    sides = ((0, 0), (0, 0), (padding, padding), (padding, padding))
    x = np.pad(x, sides, constant_values=-100)
    windows = np.lib.stride_tricks.sliding_window_view(x, (kernel_size, kernel_size), axis=(2, 3))
    return windows[:, :, ::stride, ::stride].max(axis=(4, 5))
# %% wrong: the size is rounded up, incomplete windows at the end are pooled too
def max_pool2d(x, kernel_size, stride=None, padding=0):
    stride = kernel_size if stride is None else stride
    n, c, h, w = x.shape
    rows = math.ceil((h + 2 * padding - kernel_size) / stride) + 1
    columns = math.ceil((w + 2 * padding - kernel_size) / stride) + 1
    big = np.full((n, c, h + 2 * padding + stride, w + 2 * padding + stride), -np.inf)
    big[:, :, padding : padding + h, padding : padding + w] = x
    out = np.zeros((n, c, rows, columns))
    for i in range(rows):
        for j in range(columns):
            top, left = i * stride, j * stride
            out[:, :, i, j] = big[:, :, top : top + kernel_size, left : left + kernel_size].max(axis=(2, 3))
    return out
# %% wrong: the padding is ignored
def max_pool2d(x, kernel_size, stride=None, padding=0):
    stride = kernel_size if stride is None else stride
    n, c, h, w = x.shape
    rows = max(0, (h - kernel_size) // stride + 1)
    columns = max(0, (w - kernel_size) // stride + 1)
    out = np.zeros((n, c, rows, columns))
    for i in range(rows):
        for j in range(columns):
            top, left = i * stride, j * stride
            out[:, :, i, j] = x[:, :, top : top + kernel_size, left : left + kernel_size].max(axis=(2, 3))
    return out
# %% wrong: the stride is not used for the start of the window, i instead of i * stride
def max_pool2d(x, kernel_size, stride=None, padding=0):
    stride = kernel_size if stride is None else stride
    n, c, h, w = x.shape
    big = np.full((n, c, h + 2 * padding, w + 2 * padding), -np.inf)
    big[:, :, padding : padding + h, padding : padding + w] = x
    rows = (h + 2 * padding - kernel_size) // stride + 1
    columns = (w + 2 * padding - kernel_size) // stride + 1
    out = np.zeros((n, c, rows, columns))
    for i in range(rows):
        for j in range(columns):
            out[:, :, i, j] = big[:, :, i : i + kernel_size, j : j + kernel_size].max(axis=(2, 3))
    return out
# %% wrong: the largest absolute value
def max_pool2d(x, kernel_size, stride=None, padding=0):
    stride = kernel_size if stride is None else stride
    x = np.pad(np.abs(x), ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(x, (kernel_size, kernel_size), axis=(2, 3))
    return windows[:, :, ::stride, ::stride].max(axis=(4, 5))
# %% wrong: TypeError without a stride, None is used in the arithmetic
def max_pool2d(x, kernel_size, stride=None, padding=0):
    n, c, h, w = x.shape
    rows = (h + 2 * padding - kernel_size) // stride + 1
    columns = (w + 2 * padding - kernel_size) // stride + 1
    big = np.full((n, c, h + 2 * padding, w + 2 * padding), -np.inf)
    big[:, :, padding : padding + h, padding : padding + w] = x
    out = np.zeros((n, c, rows, columns))
    for i in range(rows):
        for j in range(columns):
            top, left = i * stride, j * stride
            out[:, :, i, j] = big[:, :, top : top + kernel_size, left : left + kernel_size].max(axis=(2, 3))
    return out
# %% wrong: the output's width is computed from the height
def max_pool2d(x, kernel_size, stride=None, padding=0):
    stride = kernel_size if stride is None else stride
    n, c, h, w = x.shape
    big = np.full((n, c, h + 2 * padding, w + 2 * padding), -np.inf)
    big[:, :, padding : padding + h, padding : padding + w] = x
    size = (h + 2 * padding - kernel_size) // stride + 1
    out = np.zeros((n, c, size, size))
    for i in range(size):
        for j in range(size):
            top, left = i * stride, j * stride
            out[:, :, i, j] = big[:, :, top : top + kernel_size, left : left + kernel_size].max(axis=(2, 3))
    return out
# %% wrong: reshape trick that ignores stride and padding, and needs sizes that divide (ValueError)
def max_pool2d(x, kernel_size, stride=None, padding=0):
    n, c, h, w = x.shape
    k = kernel_size
    return x.reshape(n, c, h // k, k, w // k, k).max(axis=(3, 5))
# %% wrong: batch and channels are padded as well
def max_pool2d(x, kernel_size, stride=None, padding=0):
    stride = kernel_size if stride is None else stride
    x = np.pad(x.astype(float), padding, constant_values=-np.inf)
    windows = np.lib.stride_tricks.sliding_window_view(x, (kernel_size, kernel_size), axis=(2, 3))
    return windows[:, :, ::stride, ::stride].max(axis=(4, 5))
# %% wrong: the minimum
def max_pool2d(x, kernel_size, stride=None, padding=0):
    stride = kernel_size if stride is None else stride
    sides = ((0, 0), (0, 0), (padding, padding), (padding, padding))
    x = np.pad(x.astype(float), sides, constant_values=np.inf)
    windows = np.lib.stride_tricks.sliding_window_view(x, (kernel_size, kernel_size), axis=(2, 3))
    return windows[:, :, ::stride, ::stride].min(axis=(4, 5))
# %% wrong: two mistakes: padded with zeros, and the stride's default is 1
def max_pool2d(x, kernel_size, stride=None, padding=0):
    stride = stride or 1
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(x, (kernel_size, kernel_size), axis=(2, 3))
    return windows[:, :, ::stride, ::stride].max(axis=(4, 5))
# %% wrong: the best value starts with the image's first pixel and not the window's
def max_pool2d(x, kernel_size, stride=None, padding=0):
    stride = kernel_size if stride is None else stride
    n, c, h, w = x.shape
    rows = (h + 2 * padding - kernel_size) // stride + 1
    columns = (w + 2 * padding - kernel_size) // stride + 1
    out = np.zeros((n, c, rows, columns))
    for a, b, i, j in np.ndindex(out.shape):
        best = x[a, b, 0, 0]
        for r in range(i * stride - padding, i * stride - padding + kernel_size):
            for q in range(j * stride - padding, j * stride - padding + kernel_size):
                if 0 <= r < h and 0 <= q < w:
                    best = max(best, x[a, b, r, q])
        out[a, b, i, j] = best
    return out
# %% right: padding with minus infinity, sliding windows
def max_pool2d(x, kernel_size, stride=None, padding=0):
    stride = kernel_size if stride is None else stride
    sides = ((0, 0), (0, 0), (padding, padding), (padding, padding))
    x = np.pad(x.astype(float), sides, constant_values=-np.inf)
    windows = np.lib.stride_tricks.sliding_window_view(x, (kernel_size, kernel_size), axis=(2, 3))
    return windows[:, :, ::stride, ::stride].max(axis=(4, 5))
# %% right: no padding at all, windows are cut at the border
def max_pool2d(x, kernel_size, stride=None, padding=0):
    stride = stride or kernel_size
    n, c, h, w = x.shape
    rows = (h + 2 * padding - kernel_size) // stride + 1
    columns = (w + 2 * padding - kernel_size) // stride + 1
    out = np.zeros((n, c, rows, columns))
    for i in range(rows):
        for j in range(columns):
            top, left = i * stride - padding, j * stride - padding
            window = x[:, :, max(top, 0) : top + kernel_size, max(left, 0) : left + kernel_size]
            out[:, :, i, j] = window.max(axis=(2, 3))
    return out
# %% right: np.maximum over the shifted images
def max_pool2d(x, kernel_size, stride=None, padding=0):
    if stride is None:
        stride = kernel_size
    n, c, h, w = x.shape
    big = np.full((n, c, h + 2 * padding, w + 2 * padding), -np.inf)
    big[:, :, padding : padding + h, padding : padding + w] = x
    rows = (big.shape[2] - kernel_size) // stride + 1
    columns = (big.shape[3] - kernel_size) // stride + 1
    out = np.full((n, c, rows, columns), -np.inf)
    for a in range(kernel_size):
        for b in range(kernel_size):
            out = np.maximum(out, big[:, :, a::stride, b::stride][:, :, :rows, :columns])
    return out
