# %% wrong: pads with zeros instead of minus infinity, so the padding wins over negative values; shows when padding > 0 and all real values of an edge window are negative
def max_pool2d(x, kernel_size, stride=None, padding=0):
    stride = kernel_size if stride is None else stride
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(x, (kernel_size, kernel_size), axis=(2, 3))
    return windows[:, :, ::stride, ::stride].max(axis=(-1, -2))
# %% wrong: the stride defaults to 1 instead of kernel_size; shows when no stride is given and kernel_size > 1
def max_pool2d(x, kernel_size, stride=None, padding=0):
    step = 1 if stride is None else stride
    p = np.pad(x.astype(float), ((0, 0), (0, 0), (padding, padding), (padding, padding)), constant_values=-np.inf)
    h = (p.shape[2] - kernel_size) // step + 1
    w = (p.shape[3] - kernel_size) // step + 1
    out = np.full(x.shape[:2] + (h, w), -np.inf)
    for a in range(kernel_size):
        for b in range(kernel_size):
            out = np.maximum(out, p[:, :, a:a + (h - 1) * step + 1:step, b:b + (w - 1) * step + 1:step])
    return out
# %% wrong: windows that stick out at the bottom or the right are cut and kept (sizes are rounded up) instead of left out; shows when the stride does not fit the size (crashes where such a window is empty, which needs stride > kernel_size)
def max_pool2d(x, kernel_size, stride=None, padding=0):
    if stride is None:
        stride = kernel_size
    xp = np.pad(x.astype(float), ((0, 0), (0, 0), (padding, padding), (padding, padding)), constant_values=-np.inf)
    N, C, H, W = xp.shape
    H_out = math.ceil((H - kernel_size) / stride) + 1
    W_out = math.ceil((W - kernel_size) / stride) + 1
    y = np.zeros((N, C, H_out, W_out))
    for i in range(H_out):
        for j in range(W_out):
            r, c = i * stride, j * stride
            y[:, :, i, j] = xp[:, :, r:r + kernel_size, c:c + kernel_size].max(axis=(2, 3))
    return y
# %% wrong: columns always step by kernel_size, so a given stride works for rows only; shows when a stride other than kernel_size is given and there is room for a second step
def max_pool2d(x, kernel_size, stride=None, padding=0):
    if stride is None:
        stride = kernel_size
    xp = np.pad(x * 1.0, ((0, 0), (0, 0), (padding, padding), (padding, padding)), constant_values=-np.inf)
    rows = range(0, xp.shape[2] - kernel_size + 1, stride)
    cols = range(0, xp.shape[3] - kernel_size + 1, kernel_size)
    return np.array([[[[m[r:r + kernel_size, c:c + kernel_size].max() for c in cols] for r in rows]
                      for m in img] for img in xp])
# %% right: no padding at all, the windows are cut at the edges; first the rows, then the columns
def max_pool2d(x, kernel_size, stride=None, padding=0):
    stride = kernel_size if stride is None else stride
    for axis in (2, 3):
        size = x.shape[axis]
        count = (size + 2 * padding - kernel_size) // stride + 1
        starts = [k * stride - padding for k in range(count)]
        strips = [x.take(range(max(s, 0), min(s + kernel_size, size)), axis=axis).max(axis=axis) for s in starts]
        x = np.stack(strips, axis=axis)
    return x
