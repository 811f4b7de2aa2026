# %% wrong: a pair is read as (across, down) for the padding
def correlate2d_strided(x, kernel, stride=1, padding=0):
    sh, sw = stride if isinstance(stride, tuple) else (stride, stride)
    pw, ph = padding if isinstance(padding, tuple) else (padding, padding)
    xp = np.pad(x, ((ph, ph), (pw, pw)))
    win = np.lib.stride_tricks.sliding_window_view(xp, kernel.shape)[::sh, ::sw]
    return np.einsum("ijuv,uv->ij", win, kernel)
# %% wrong: crashes for pairs, only whole numbers are thought of
def correlate2d_strided(x, kernel, stride=1, padding=0):
    xp = np.pad(x, padding)
    kh, kw = kernel.shape
    oh = (xp.shape[0] - kh) // stride + 1
    ow = (xp.shape[1] - kw) // stride + 1
    out = np.zeros((oh, ow))
    for i in range(oh):
        for j in range(ow):
            out[i, j] = (xp[i*stride:i*stride+kh, j*stride:j*stride+kw] * kernel).sum()
    return out
# %% wrong: np.pad(x, padding) with the pair, which numpy reads as (before, after)
def correlate2d_strided(x, kernel, stride=1, padding=0):
    if isinstance(stride, int):
        stride = (stride, stride)
    xp = np.pad(x, padding)
    kh, kw = kernel.shape
    rows = range(0, xp.shape[0] - kh + 1, stride[0])
    cols = range(0, xp.shape[1] - kw + 1, stride[1])
    return np.array([[np.sum(xp[r:r + kh, c:c + kw] * kernel) for c in cols] for r in rows])
# %% wrong: window start i instead of i * stride
def correlate2d_strided(x, kernel, stride=1, padding=0):
    s = (stride, stride) if isinstance(stride, int) else stride
    p = (padding, padding) if isinstance(padding, int) else padding
    h, w = x.shape
    kh, kw = kernel.shape
    canvas = np.zeros((h + 2 * p[0], w + 2 * p[1]))
    canvas[p[0]:p[0] + h, p[1]:p[1] + w] = x
    oh = (h - kh + 2 * p[0]) // s[0] + 1
    ow = (w - kw + 2 * p[1]) // s[1] + 1
    y = np.zeros((oh, ow))
    for i in range(oh):
        for j in range(ow):
            y[i, j] = np.sum(canvas[i:i + kh, j:j + kw] * kernel)
    return y
# %% wrong: canvas[p:-p] to put the image in, empty for a padding of 0
def correlate2d_strided(x, kernel, stride=1, padding=0):
    sh, sw = (stride, stride) if np.ndim(stride) == 0 else stride
    ph, pw = (padding, padding) if np.ndim(padding) == 0 else padding
    canvas = np.zeros((x.shape[0] + 2 * ph, x.shape[1] + 2 * pw))
    canvas[ph:-ph, pw:-pw] = x
    v = np.lib.stride_tricks.sliding_window_view(canvas, kernel.shape)
    return (v[::sh, ::sw] * kernel).sum(axis=(2, 3))
# %% wrong: number of outputs from the size before the kernel is taken off, (H + 2p) // stride - K + 1
def correlate2d_strided(x: np.ndarray, kernel: np.ndarray, stride=1, padding=0) -> np.ndarray:
    def to_pair(value):
        return (value, value) if isinstance(value, int) else tuple(value)
    (s_h, s_w), (p_h, p_w) = to_pair(stride), to_pair(padding)
    padded = np.pad(x, ((p_h, p_h), (p_w, p_w)))
    k_h, k_w = kernel.shape
    out_h = padded.shape[0] // s_h - k_h + 1
    out_w = padded.shape[1] // s_w - k_w + 1
    output = np.zeros((out_h, out_w))
    for i in range(out_h):
        for j in range(out_w):
            top, left = i * s_h, j * s_w
            output[i, j] = np.sum(padded[top:top + k_h, left:left + k_w] * kernel)
    return output
# %% wrong: strides first, then correlates the thinned image
def correlate2d_strided(x, kernel, stride=1, padding=0):
    a, b = stride if isinstance(stride, tuple) else (stride, stride)
    c, d = padding if isinstance(padding, tuple) else (padding, padding)
    x = np.pad(x, ((c, c), (d, d)))[::a, ::b]
    H = x.shape[0] - kernel.shape[0] + 1
    W = x.shape[1] - kernel.shape[1] + 1
    out = np.zeros((H, W))
    for i in range(H):
        for j in range(W):
            out[i, j] = np.sum(x[i:i + kernel.shape[0], j:j + kernel.shape[1]] * kernel)
    return out
# %% wrong: both numbers of a stride pair are the first one (typo)
def correlate2d_strided(x, kernel, stride=1, padding=0):
    if isinstance(stride, tuple):
        sr, sc = stride[0], stride[0]
    else:
        sr = sc = stride
    if isinstance(padding, tuple):
        pr, pc = padding[0], padding[1]
    else:
        pr = pc = padding
    full = np.lib.stride_tricks.sliding_window_view(np.pad(x, ((pr, pr), (pc, pc))), kernel.shape)
    return np.tensordot(full, kernel, 2)[::sr, ::sc]
# %% right: thinning
def correlate2d_strided(x, kernel, stride=1, padding=0):
    sh, sw = (stride, stride) if np.isscalar(stride) else stride
    ph, pw = (padding, padding) if np.isscalar(padding) else padding
    H, W = x.shape
    kh, kw = kernel.shape
    xp = np.zeros((H + 2 * ph, W + 2 * pw))
    xp[ph:ph + H, pw:pw + W] = x
    dense = np.zeros((H + 2 * ph - kh + 1, W + 2 * pw - kw + 1))
    for u in range(kh):
        for v in range(kw):
            dense += kernel[u, v] * xp[u:u + dense.shape[0], v:v + dense.shape[1]]
    return dense[::sh, ::sw]
# %% right: bounds
def correlate2d_strided(x, kernel, stride=1, padding=0):
    # never makes the padded image
    try:
        s1, s2 = stride
    except TypeError:
        s1 = s2 = stride
    try:
        p1, p2 = padding
    except TypeError:
        p1 = p2 = padding
    H, W = x.shape
    kh, kw = kernel.shape
    out = np.zeros(((H - kh + 2 * p1) // s1 + 1, (W - kw + 2 * p2) // s2 + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            total = 0.0
            for u in range(kh):
                for v in range(kw):
                    r = i * s1 + u - p1
                    c = j * s2 + v - p2
                    if 0 <= r < H and 0 <= c < W:
                        total += x[r, c] * kernel[u, v]
            out[i, j] = total
    return out
