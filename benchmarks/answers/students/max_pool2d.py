# %% wrong: pads with zeros: padding wins against negative numbers
def max_pool2d(x, kernel_size, stride=None, padding=0):
    stride = kernel_size if stride is None else stride
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    v = np.lib.stride_tricks.sliding_window_view(x, (kernel_size, kernel_size), axis=(2, 3))[:, :, ::stride, ::stride]
    return v.max(axis=(4, 5))
# %% wrong: stride defaults to 1
def max_pool2d(x, kernel_size, stride=None, padding=0):
    if stride is None:
        stride = 1
    x = np.pad(x.astype(float), ((0, 0), (0, 0), (padding, padding), (padding, padding)), constant_values=-np.inf)
    v = np.lib.stride_tricks.sliding_window_view(x, (kernel_size, kernel_size), axis=(2, 3))[:, :, ::stride, ::stride]
    return v.max(axis=(4, 5))
# %% wrong: output filled from np.zeros with np.maximum: negative windows give 0
def max_pool2d(x, kernel_size, stride=None, padding=0):
    s = stride or kernel_size
    x = np.pad(x.astype(float), ((0, 0), (0, 0), (padding, padding), (padding, padding)), constant_values=-np.inf)
    h, w = (x.shape[2] - kernel_size) // s + 1, (x.shape[3] - kernel_size) // s + 1
    out = np.zeros((x.shape[0], x.shape[1], h, w))
    for u in range(kernel_size):
        for v in range(kernel_size):
            out = np.maximum(out, x[:, :, u:u + s * (h - 1) + 1:s, v:v + s * (w - 1) + 1:s])
    return out
# %% wrong: reshape trick for windows side by side: stride and leftover rows are not possible (crash)
def max_pool2d(x, kernel_size, stride=None, padding=0):
    k = kernel_size
    x = np.pad(x.astype(float), ((0, 0), (0, 0), (padding, padding), (padding, padding)), constant_values=-np.inf)
    N, C, H, W = x.shape
    return x.reshape(N, C, H // k, k, W // k, k).max(axis=(3, 5))
# %% wrong: takes the mean of the window (copied from average pooling)
def max_pool2d(x, kernel_size, stride=None, padding=0):
    s = stride or kernel_size
    x = np.pad(x.astype(float), ((0, 0), (0, 0), (padding, padding), (padding, padding)), constant_values=-np.inf)
    v = np.lib.stride_tricks.sliding_window_view(x, (kernel_size, kernel_size), axis=(2, 3))[:, :, ::s, ::s]
    return v.mean(axis=(4, 5))
# %% wrong: the maximum over batch and channels too: np.max of the whole slice
def max_pool2d(x, kernel_size, stride=None, padding=0):
    s = kernel_size if stride is None else stride
    x = np.pad(x.astype(float), ((0, 0), (0, 0), (padding, padding), (padding, padding)), constant_values=-np.inf)
    N, C, H, W = x.shape
    out = np.zeros((N, C, (H - kernel_size) // s + 1, (W - kernel_size) // s + 1))
    for i in range(out.shape[2]):
        for j in range(out.shape[3]):
            out[:, :, i, j] = x[:, :, i * s:i * s + kernel_size, j * s:j * s + kernel_size].max()
    return out
# %% right: first along the rows, then along the columns, clipped at the borders instead of padded
def max_pool2d(x, kernel_size, stride=None, padding=0):
    step = kernel_size if stride is None else stride
    def along(a, axis):
        size = a.shape[axis]
        starts = range(-padding, size + padding - kernel_size + 1, step)
        parts = [a.take(range(max(s, 0), min(s + kernel_size, size)), axis=axis).max(axis=axis) for s in starts]
        return np.stack(parts, axis=axis)
    return along(along(x, 2), 3)
