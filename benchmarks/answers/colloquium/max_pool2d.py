# %% wrong: the padding is zeros and not minus infinity, so it wins over negative values
def max_pool2d(x, kernel_size, stride=None, padding=0):
    stride = stride or kernel_size
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(x, (kernel_size, kernel_size), axis=(2, 3))
    return windows[:, :, ::stride, ::stride].max(axis=(4, 5))
# %% wrong: stride=None is taken as a stride of 1, not of kernel_size
def max_pool2d(x, kernel_size, stride=None, padding=0):
    if stride is None:
        stride = 1
    p = padding
    padded = np.pad(x.astype(float), ((0, 0), (0, 0), (p, p), (p, p)), constant_values=-np.inf)
    n, c, h, w = padded.shape
    out_h = (h - kernel_size) // stride + 1
    out_w = (w - kernel_size) // stride + 1
    out = np.empty((n, c, out_h, out_w))
    for i in range(out_h):
        for j in range(out_w):
            out[:, :, i, j] = padded[:, :, i * stride:i * stride + kernel_size,
                                     j * stride:j * stride + kernel_size].max(axis=(2, 3))
    return out
# %% wrong: whole numbers are padded with -np.inf without making x float first, so integer x with padding > 0 raises OverflowError (cannot convert float infinity to integer)
def max_pool2d(x, kernel_size, stride=None, padding=0):
    stride = kernel_size if stride is None else stride
    margin = [(0, 0), (0, 0), (padding, padding), (padding, padding)]
    if padding > 0:
        x = np.pad(x, margin, constant_values=-np.inf)
    view = np.lib.stride_tricks.sliding_window_view(x, (kernel_size,) * 2, axis=(-2, -1))
    return view[..., ::stride, ::stride, :, :].max(axis=(-2, -1))
# %% wrong: the maximum is also taken over the channels (axes 1, 4, 5), so the output has lost the channel axis
def max_pool2d(x, kernel_size, stride=None, padding=0):
    s = kernel_size if stride is None else stride
    xp = np.full((x.shape[0], x.shape[1], x.shape[2] + 2 * padding, x.shape[3] + 2 * padding), -np.inf)
    xp[:, :, padding:padding + x.shape[2], padding:padding + x.shape[3]] = x
    win = np.lib.stride_tricks.sliding_window_view(xp, (kernel_size, kernel_size), axis=(2, 3))[:, :, ::s, ::s]
    return win.max(axis=(1, 4, 5))
# %% right: running np.maximum over shifted strided slices
def max_pool2d(x, kernel_size, stride=None, padding=0):
    s = kernel_size if stride is None else stride
    n, c, h, w = x.shape
    oh = (h + 2 * padding - kernel_size) // s + 1
    ow = (w + 2 * padding - kernel_size) // s + 1
    big = np.full((n, c, h + 2 * padding, w + 2 * padding), -np.inf)
    big[:, :, padding:padding + h, padding:padding + w] = x
    best = np.full((n, c, oh, ow), -np.inf)
    for u in range(kernel_size):
        for v in range(kernel_size):
            np.maximum(best, big[:, :, u::s, v::s][:, :, :oh, :ow], out=best)
    return best
