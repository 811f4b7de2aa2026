# %% wrong: rounds the output size up, so that an incomplete window at the end gives one more output
def max_pool2d(x, kernel_size, stride=None, padding=0):
    stride = stride or kernel_size
    n, c, h, w = x.shape
    out_h = math.ceil((h + 2 * padding - kernel_size) / stride) + 1
    out_w = math.ceil((w + 2 * padding - kernel_size) / stride) + 1
    x = np.pad(x.astype(float), ((0, 0), (0, 0), (padding, padding), (padding, padding)),
               constant_values=-np.inf)
    y = np.empty((n, c, out_h, out_w))
    for i in range(out_h):
        for j in range(out_w):
            window = x[:, :, i * stride:i * stride + kernel_size, j * stride:j * stride + kernel_size]
            y[:, :, i, j] = window.max(axis=(2, 3))
    return y


# %% wrong: takes the value that is largest in magnitude, so -9 beats 3
def max_pool2d(x, kernel_size, stride=None, padding=0):
    if stride is None:
        stride = kernel_size
    p = padding
    # zeros can never win in magnitude
    x = np.pad(x.astype(float), ((0, 0), (0, 0), (p, p), (p, p)))
    win = np.lib.stride_tricks.sliding_window_view(x, (kernel_size, kernel_size), axis=(2, 3))
    win = win[:, :, ::stride, ::stride]
    flat = win.reshape(*win.shape[:4], -1)
    where = np.abs(flat).argmax(axis=-1)
    return np.take_along_axis(flat, where[..., None], axis=-1)[..., 0]


# %% wrong: two mistakes: pads with zeros, which beat negative values, and the stride defaults to 1
def max_pool2d(x, kernel_size, stride=None, padding=0):
    if stride == None:
        stride = 1
    if padding > 0:
        x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    N, C, H, W = x.shape
    H_out = (H - kernel_size) // stride + 1
    W_out = (W - kernel_size) // stride + 1
    out = np.zeros((N, C, H_out, W_out))
    for n in range(N):
        for c in range(C):
            for i in range(H_out):
                for j in range(W_out):
                    out[n, c, i, j] = np.max(x[n, c, i * stride:i * stride + kernel_size,
                                               j * stride:j * stride + kernel_size])
    return out


# %% right: first along the rows, then along the columns, clipping windows at the border
def max_pool2d(x, kernel_size, stride=None, padding=0):
    stride = kernel_size if stride is None else stride

    def along(x, axis):
        size = x.shape[axis]
        count = (size + 2 * padding - kernel_size) // stride + 1
        parts = []
        for i in range(count):
            start = i * stride - padding
            inside = np.arange(max(start, 0), min(start + kernel_size, size))
            parts.append(x.take(inside, axis=axis).max(axis=axis))
        return np.stack(parts, axis=axis)

    return along(along(np.asarray(x, dtype=float), 2), 3)
