# %% wrong: pads with zeros, which win over negative values
def max_pool2d(x, kernel_size, stride=None, padding=0):
    s = stride or kernel_size
    p = padding
    z = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    v = np.lib.stride_tricks.sliding_window_view(z, (kernel_size, kernel_size), axis=(2, 3))
    return v[:, :, ::s, ::s].max(axis=(4, 5))
# %% wrong: the stride is 1 if none is given
def max_pool2d(x, kernel_size, stride=None, padding=0):
    if stride is None:
        stride = 1
    n, c, h, w = x.shape
    z = np.full((n, c, h + 2 * padding, w + 2 * padding), -np.inf)
    z[:, :, padding:padding + h, padding:padding + w] = x
    oh = (z.shape[2] - kernel_size) // stride + 1
    ow = (z.shape[3] - kernel_size) // stride + 1
    out = np.empty((n, c, oh, ow))
    for i in range(oh):
        for j in range(ow):
            out[:, :, i, j] = z[:, :, i * stride:i * stride + kernel_size, j * stride:j * stride + kernel_size].max(axis=(2, 3))
    return out
# %% wrong: the largest is taken over the channels as well, one map comes out
def max_pool2d(x, kernel_size, stride=None, padding=0):
    stride = kernel_size if stride is None else stride
    k = kernel_size
    pad = np.full((x.shape[0], x.shape[1], x.shape[2] + 2 * padding, x.shape[3] + 2 * padding), -np.inf)
    pad[:, :, padding:padding + x.shape[2], padding:padding + x.shape[3]] = x
    rows = range(0, pad.shape[2] - k + 1, stride)
    cols = range(0, pad.shape[3] - k + 1, stride)
    return np.array([[[[image[:, r:r + k, c:c + k].max() for c in cols] for r in rows]] for image in pad])
# %% wrong: the reshape trick: windows always side by side, the given stride is ignored, and a left-over row raises a ValueError
def max_pool2d(x, kernel_size, stride=None, padding=0):
    k = kernel_size
    z = np.full(x.shape[:2] + (x.shape[2] + 2 * padding, x.shape[3] + 2 * padding), -np.inf)
    z[..., padding:padding + x.shape[2], padding:padding + x.shape[3]] = x
    n, c, h, w = z.shape
    return z.reshape(n, c, h // k, k, w // k, k).max(axis=(3, 5))
# %% wrong: the maximum begins at 0, as with a counter, so windows of negative values give 0
def max_pool2d(x, kernel_size, stride=None, padding=0):
    stride = stride if stride else kernel_size
    n, c, h, w = x.shape
    oh = (h + 2 * padding - kernel_size) // stride + 1
    ow = (w + 2 * padding - kernel_size) // stride + 1
    out = np.zeros((n, c, oh, ow))
    for a, b, i, j in np.ndindex(n, c, oh, ow):
        best = 0
        for u in range(i * stride - padding, i * stride - padding + kernel_size):
            for v in range(j * stride - padding, j * stride - padding + kernel_size):
                if 0 <= u < h and 0 <= v < w and x[a, b, u, v] > best:
                    best = x[a, b, u, v]
        out[a, b, i, j] = best
    return out
# %% right: a running maximum over the taps, no padding array
def max_pool2d(x, kernel_size, stride=None, padding=0):
    s = kernel_size if stride is None else stride
    n, c, h, w = x.shape
    oh, ow = (h + 2 * padding - kernel_size) // s + 1, (w + 2 * padding - kernel_size) // s + 1
    best = np.full((n, c, oh, ow), -np.inf)
    for i in range(oh):
        for j in range(ow):
            top, left = max(i * s - padding, 0), max(j * s - padding, 0)
            piece = x[:, :, top:i * s - padding + kernel_size, left:j * s - padding + kernel_size]
            best[:, :, i, j] = piece.max(axis=(2, 3))
    return best
# %% right: rows first, then columns, since a maximum of maxima is the maximum
def max_pool2d(x, kernel_size, stride=None, padding=0):
    step = kernel_size if stride is None else stride
    edges = ((0, 0), (0, 0), (padding, padding), (padding, padding))
    z = np.pad(x.astype(float), edges, constant_values=-np.inf)

    def along(a, axis):
        count = (a.shape[axis] - kernel_size) // step + 1
        picks = [a.take(range(t, t + step * (count - 1) + 1, step), axis=axis) for t in range(kernel_size)]
        return np.maximum.reduce(picks)

    return along(along(z, 2), 3)
