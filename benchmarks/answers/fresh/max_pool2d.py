# %% wrong: pads with zeros, negative values lose at the border
def max_pool2d(x, kernel_size, stride=None, padding=0):
    stride = stride or kernel_size
    p = padding
    xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    win = np.lib.stride_tricks.sliding_window_view(xp, (kernel_size, kernel_size), axis=(2, 3))
    return win[:, :, ::stride, ::stride].max(axis=(4, 5))
# %% wrong: stride 1 by default
def max_pool2d(x, kernel_size, stride=None, padding=0):
    s = stride if stride else 1
    xp = np.pad(x.astype(float), ((0, 0), (0, 0), (padding, padding), (padding, padding)), constant_values=-np.inf)
    H = (xp.shape[2] - kernel_size) // s + 1
    W = (xp.shape[3] - kernel_size) // s + 1
    out = np.zeros((x.shape[0], x.shape[1], H, W))
    for i in range(H):
        for j in range(W):
            out[:, :, i, j] = xp[:, :, i*s:i*s+kernel_size, j*s:j*s+kernel_size].max(axis=(2, 3))
    return out
# %% wrong: running maximum starts at 0, wrong when a window is all negative
def max_pool2d(x, kernel_size, stride=None, padding=0):
    if stride is None:
        stride = kernel_size
    N, C, H, W = x.shape
    oh = (H + 2 * padding - kernel_size) // stride + 1
    ow = (W + 2 * padding - kernel_size) // stride + 1
    out = np.zeros((N, C, oh, ow))
    for i in range(oh):
        for j in range(ow):
            for u in range(kernel_size):
                for v in range(kernel_size):
                    r, c = i * stride + u - padding, j * stride + v - padding
                    if 0 <= r < H and 0 <= c < W:
                        out[:, :, i, j] = np.maximum(out[:, :, i, j], x[:, :, r, c])
    return out
# %% wrong: pads an integer image with -inf without a cast, which raises
def max_pool2d(x, kernel_size, stride=None, padding=0):
    stride = kernel_size if stride is None else stride
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)), constant_values=-np.inf)
    win = np.lib.stride_tricks.sliding_window_view(xp, (kernel_size,) * 2, axis=(-2, -1))
    return np.max(win[:, :, ::stride, ::stride], axis=(-2, -1))
# %% wrong: fills the padding with a "very small" -1e9 (values below it occur)
def max_pool2d(x: np.ndarray, kernel_size: int, stride=None, padding: int = 0) -> np.ndarray:
    if stride is None:
        stride = kernel_size
    n, c, h, w = x.shape
    padded = np.full((n, c, h + 2 * padding, w + 2 * padding), -1e9)
    padded[:, :, padding:padding + h, padding:padding + w] = x
    h_out = (h + 2 * padding - kernel_size) // stride + 1
    w_out = (w + 2 * padding - kernel_size) // stride + 1
    out = np.empty((n, c, h_out, w_out))
    for i in range(h_out):
        for j in range(w_out):
            hs, ws = i * stride, j * stride
            out[:, :, i, j] = padded[:, :, hs:hs + kernel_size, ws:ws + kernel_size].max(axis=(2, 3))
    return out
# %% wrong: reshape into blocks of K, a given stride other than the kernel size is ignored
def max_pool2d(x, kernel_size, stride=None, padding=0):
    k = kernel_size
    xp = np.pad(np.asarray(x, float), ((0, 0), (0, 0), (padding, padding), (padding, padding)), constant_values=-np.inf)
    N, C, H, W = xp.shape
    xp = xp[:, :, :H // k * k, :W // k * k]
    return xp.reshape(N, C, H // k, k, W // k, k).max(axis=(3, 5))
# %% wrong: ceil mode, a cut-off window at the end is answered too
def max_pool2d(x, kernel_size, stride=None, padding=0):
    s = kernel_size if stride is None else stride
    xp = np.pad(np.asarray(x, float), ((0, 0), (0, 0), (padding,) * 2, (padding,) * 2), constant_values=-np.inf)
    rows = range(0, max(1, xp.shape[2] - kernel_size + s), s)
    cols = range(0, max(1, xp.shape[3] - kernel_size + s), s)
    return np.stack([np.stack([xp[:, :, r:r + kernel_size, c:c + kernel_size].max(axis=(2, 3)) for c in cols], axis=-1) for r in rows], axis=-2)
# %% wrong: pads by reflection instead of minus infinity, values from outside the window come in for even kernels
def max_pool2d(x, kernel_size, stride=None, padding=0):
    stride = kernel_size if stride is None else stride
    xp = np.pad(np.asarray(x, float), ((0, 0), (0, 0), (padding, padding), (padding, padding)), mode="reflect")
    oh, ow = (xp.shape[2] - kernel_size) // stride + 1, (xp.shape[3] - kernel_size) // stride + 1
    out = np.zeros(x.shape[:2] + (oh, ow))
    for n in range(x.shape[0]):
        for c in range(x.shape[1]):
            for i in range(oh):
                for j in range(ow):
                    out[n, c, i, j] = np.max(xp[n, c, i * stride:i * stride + kernel_size, j * stride:j * stride + kernel_size])
    return out
# %% right: taps
def max_pool2d(x, kernel_size, stride=None, padding=0):
    s = kernel_size if stride is None else stride
    N, C, H, W = x.shape
    big = np.full((N, C, H + 2 * padding, W + 2 * padding), -np.inf)
    big[:, :, padding:padding + H, padding:padding + W] = x
    oh = (H + 2 * padding - kernel_size) // s + 1
    ow = (W + 2 * padding - kernel_size) // s + 1
    best = np.full((N, C, oh, ow), -np.inf)
    for u in range(kernel_size):
        for v in range(kernel_size):
            best = np.maximum(best, big[:, :, u:u + (oh - 1) * s + 1:s, v:v + (ow - 1) * s + 1:s])
    return best
# %% right: clipped
def max_pool2d(x, kernel_size, stride=None, padding=0):
    if stride is None:
        stride = kernel_size
    N, C, H, W = x.shape
    def span(i, n):
        a = i * stride - padding
        return slice(max(0, a), min(n, a + kernel_size))
    oh = (H + 2 * padding - kernel_size) // stride + 1
    ow = (W + 2 * padding - kernel_size) // stride + 1
    y = np.zeros((N, C, oh, ow))
    for i in range(oh):
        for j in range(ow):
            y[:, :, i, j] = x[:, :, span(i, H), span(j, W)].max(axis=(2, 3))
    return y
