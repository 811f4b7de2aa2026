# %% wrong: pads with zeros, which win at the edges where all values are negative
def max_pool2d(x, kernel_size, stride=None, padding=0):
    s = stride or kernel_size
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    w = np.lib.stride_tricks.sliding_window_view(xp, (kernel_size, kernel_size), axis=(2, 3))
    return w[:, :, ::s, ::s].max(axis=(4, 5))
# %% wrong: the stride defaults to 2, not to kernel_size; shows without a stride when kernel_size is not 2
def max_pool2d(x, kernel_size, stride=None, padding=0):
    if stride is None:
        stride = 2   # the usual one
    x = np.pad(x.astype(float), [(0, 0), (0, 0), (padding, padding), (padding, padding)],
               constant_values=-np.inf)
    H = (x.shape[2] - kernel_size) // stride + 1
    W = (x.shape[3] - kernel_size) // stride + 1
    y = np.empty(x.shape[:2] + (H, W))
    for i in range(H):
        for j in range(W):
            y[:, :, i, j] = x[:, :, i*stride:i*stride+kernel_size,
                              j*stride:j*stride+kernel_size].max(axis=(2, 3))
    return y
# %% wrong: the number of rows is used for the columns, too: right for square input only; too few columns in a wide one, too many or an error in a high one
def max_pool2d(x, kernel_size, stride=None, padding=0):
    k = kernel_size
    st = k if stride is None else stride
    n, c, h, w = x.shape
    p = np.full((n, c, h + 2 * padding, w + 2 * padding), -np.inf)
    p[:, :, padding:padding + h, padding:padding + w] = x
    size = (h + 2 * padding - k) // st + 1
    out = np.zeros((n, c, size, size))
    for a in range(n):
        for b in range(c):
            for i in range(size):
                for j in range(size):
                    out[a, b, i, j] = np.max(p[a, b, i*st:i*st+k, j*st:j*st+k])
    return out
# %% wrong: each window is as large as the stride, not as kernel_size; shows when the stride is given and differs
def max_pool2d(x, kernel_size, stride=None, padding=0):
    if stride is None: stride = kernel_size
    N, C, H, W = x.shape
    padded = np.pad(x.astype(float), ((0,0),(0,0),(padding,padding),(padding,padding)), constant_values=-np.inf)
    outH = (H + 2*padding - kernel_size)//stride + 1
    outW = (W + 2*padding - kernel_size)//stride + 1
    out = np.zeros((N, C, outH, outW))
    for r in range(outH):
        for c in range(outW):
            window = padded[:, :, r*stride:(r+1)*stride, c*stride:(c+1)*stride]
            out[:, :, r, c] = window.max(axis=(2, 3))
    return out
# %% right: first along the rows, then along the columns, with np.maximum over shifted slices
def max_pool2d(x, kernel_size, stride=None, padding=0):
    step = kernel_size if stride is None else stride
    y = np.asarray(x, dtype=float)
    for axis in (2, 3):
        edge = [(0, 0)] * 4
        edge[axis] = (padding, padding)
        y = np.moveaxis(np.pad(y, edge, constant_values=-np.inf), axis, 0)
        count = (len(y) - kernel_size) // step + 1
        shifted = [y[k:k + (count - 1) * step + 1:step] for k in range(kernel_size)]
        y = np.moveaxis(np.maximum.reduce(shifted), 0, axis)
    return y
