# %% wrong: stride pair exchanged: (horizontal, vertical); right for equal strides
def correlate2d_strided(x, kernel, stride=1, padding=0):
    sw, sh = np.broadcast_to(stride, 2)
    ph, pw = np.broadcast_to(padding, 2)
    x = np.pad(x, ((ph, ph), (pw, pw)))
    v = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)[::sh, ::sw]
    return np.einsum("ijuv,uv->ij", v, kernel)
# %% wrong: windows start at i instead of i * stride (only the number of windows is right)
def correlate2d_strided(x, kernel, stride=1, padding=0):
    sh, sw = (stride, stride) if isinstance(stride, int) else stride
    ph, pw = (padding, padding) if isinstance(padding, int) else padding
    kh, kw = kernel.shape
    x = np.pad(x, ((ph, ph), (pw, pw)))
    out = np.zeros(((x.shape[0] - kh) // sh + 1, (x.shape[1] - kw) // sw + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = (x[i:i + kh, j:j + kw] * kernel).sum()
    return out
# %% wrong: output size from the unpadded x
def correlate2d_strided(x, kernel, stride=1, padding=0):
    sh, sw = (stride, stride) if isinstance(stride, int) else stride
    ph, pw = (padding, padding) if isinstance(padding, int) else padding
    kh, kw = kernel.shape
    H, W = x.shape
    xp = np.pad(x, ((ph, ph), (pw, pw)))
    rows, cols = (H - kh) // sh + 1, (W - kw) // sw + 1
    return np.array([[np.sum(xp[i * sh:i * sh + kh, j * sw:j * sw + kw] * kernel) for j in range(cols)] for i in range(rows)])
# %% wrong: stride as one number only; a pair crashes
def correlate2d_strided(x, kernel, stride=1, padding=0):
    ph, pw = np.broadcast_to(padding, 2)
    x = np.pad(x, ((ph, ph), (pw, pw)))
    kh, kw = kernel.shape
    out = np.zeros(((x.shape[0] - kh) // stride + 1, (x.shape[1] - kw) // stride + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            r, c = i * stride, j * stride
            out[i, j] = np.sum(x[r:r + kh, c:c + kw] * kernel)
    return out
# %% wrong: output size as ceil(size / stride) of the starts, without floor and + 1: (H - K + 1) // stride loses windows
def correlate2d_strided(x, kernel, stride=1, padding=0):
    sh, sw = np.broadcast_to(stride, 2)
    ph, pw = np.broadcast_to(padding, 2)
    x = np.pad(x, ((ph, ph), (pw, pw)))
    kh, kw = kernel.shape
    h, w = (x.shape[0] - kh + 1) // sh, (x.shape[1] - kw + 1) // sw
    out = np.zeros((h, w))
    for i in range(h):
        for j in range(w):
            out[i, j] = (x[i * sh:i * sh + kh, j * sw:j * sw + kw] * kernel).sum()
    return out
# %% wrong: pads by the default mode but takes the padding away again before correlating (x, not xp, is used)
def correlate2d_strided(x, kernel, stride=1, padding=0):
    sh, sw = np.broadcast_to(stride, 2)
    ph, pw = np.broadcast_to(padding, 2)
    xp = np.pad(x, ((ph, ph), (pw, pw)))
    kh, kw = kernel.shape
    out = np.zeros(((xp.shape[0] - kh) // sh + 1, (xp.shape[1] - kw) // sw + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            window = x[i * sh:i * sh + kh, j * sw:j * sw + kw]
            out[i, j] = (window * kernel).sum()
    return out
# %% right: over the taps, with strided slices of the padded image
def correlate2d_strided(x, kernel, stride=1, padding=0):
    (sh, sw), (ph, pw) = np.broadcast_to(stride, 2), np.broadcast_to(padding, 2)
    big = np.pad(x, ((ph, ph), (pw, pw)))
    h, w = (np.array(big.shape) - kernel.shape) // (sh, sw) + 1
    result = np.zeros((h, w))
    for (u, v), weight in np.ndenumerate(kernel):
        result += weight * big[u:u + sh * (h - 1) + 1:sh, v:v + sw * (w - 1) + 1:sw]
    return result
