# %% wrong: the padding is zeros instead of minus infinity, so in windows at the edge with only negative values a 0 wins
def max_pool2d(x, kernel_size, stride=None, padding=0):
    stride = kernel_size if stride is None else stride
    p = padding
    x = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    windows = np.lib.stride_tricks.sliding_window_view(x, (kernel_size, kernel_size), axis=(2, 3))
    return windows[:, :, ::stride, ::stride].max(axis=(4, 5))
# %% wrong: the default stride is 1 instead of kernel_size (stride=None becomes 1)
def max_pool2d(x, kernel_size, stride=None, padding=0):
    if stride is None:
        stride = 1
    N, C, H, W = x.shape
    padded = np.full((N, C, H + 2 * padding, W + 2 * padding), -np.inf)
    padded[:, :, padding:padding + H, padding:padding + W] = x
    out_h = (H + 2 * padding - kernel_size) // stride + 1
    out_w = (W + 2 * padding - kernel_size) // stride + 1
    out = np.empty((N, C, out_h, out_w))
    for i in range(out_h):
        for j in range(out_w):
            top, left = i * stride, j * stride
            out[:, :, i, j] = padded[:, :, top:top + kernel_size, left:left + kernel_size].max(axis=(2, 3))
    return out
# %% wrong: the maximum is taken over the channels as well (axes 1, 4, 5 with keepdims on the channel), so the output has one channel instead of C
def max_pool2d(x, kernel_size, stride=None, padding=0):
    stride = stride or kernel_size
    xp = np.pad(x.astype(float), ((0, 0), (0, 0), (padding, padding), (padding, padding)),
                constant_values=-np.inf)
    win = np.lib.stride_tricks.sliding_window_view(xp, (kernel_size, kernel_size), axis=(2, 3))
    return win[:, :, ::stride, ::stride].max(axis=(1, 4, 5))[:, None]
# %% wrong: two mistakes: the output's width is computed from the height (both sizes use H, wrong or a crash on an empty window for images that are not square), and the running maximum starts from zeros, so windows with only negative values give 0
def max_pool2d(x, kernel_size, stride=None, padding=0):
    if stride is None:
        stride = kernel_size
    n, c, h, w = x.shape
    x = np.pad(x.astype(float), ((0, 0), (0, 0), (padding, padding), (padding, padding)),
               constant_values=-np.inf)
    out_h = (h + 2 * padding - kernel_size) // stride + 1
    out_w = (h + 2 * padding - kernel_size) // stride + 1
    best = np.zeros((n, c, out_h, out_w))
    for i in range(out_h):
        for j in range(out_w):
            window = x[:, :, i * stride:i * stride + kernel_size, j * stride:j * stride + kernel_size]
            best[:, :, i, j] = np.maximum(best[:, :, i, j], window.max(axis=(2, 3)))
    return best
# %% right: first rows, then columns, with a running maximum over shifted slices
def max_pool2d(x, kernel_size, stride=None, padding=0):
    stride = stride or kernel_size
    def along(a, axis):
        a = np.moveaxis(a, axis, 0)
        side = np.full((padding,) + a.shape[1:], -np.inf)
        a = np.concatenate([side, a, side])
        count = (len(a) - kernel_size) // stride + 1
        best = a[:count * stride:stride][:count]
        for tap in range(1, kernel_size):
            best = np.maximum(best, a[tap:tap + (count - 1) * stride + 1:stride])
        return np.moveaxis(best, 0, axis)
    return along(along(x, 2), 3)
