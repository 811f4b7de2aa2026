# %% wrong: does not flip, cross-correlation
def convolve2d(x, kernel):
    win = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    return (win * kernel).sum(axis=(2, 3))
# %% wrong: flips up-down only
def convolve2d(x, kernel):
    k = np.flipud(kernel)
    H = x.shape[0] - k.shape[0] + 1
    W = x.shape[1] - k.shape[1] + 1
    out = np.zeros((H, W))
    for i in range(H):
        for j in range(W):
            out[i, j] = np.sum(x[i:i + k.shape[0], j:j + k.shape[1]] * k)
    return out
# %% wrong: transposes the kernel instead of flipping it
def convolve2d(x, kernel):
    k = kernel.T
    kh, kw = k.shape
    H, W = x.shape
    return np.array([[np.sum(x[i:i + kh, j:j + kw] * k) for j in range(W - kw + 1)] for i in range(H - kh + 1)])
# %% wrong: the flipped index kernel[kh - 1 - u, kh - 1 - v] uses the height twice
def convolve2d(x: np.ndarray, kernel: np.ndarray) -> np.ndarray:
    kh, kw = kernel.shape
    out_h, out_w = x.shape[0] - kh + 1, x.shape[1] - kw + 1
    out = np.zeros((out_h, out_w))
    for u in range(kh):
        for v in range(kw):
            out += kernel[kh - 1 - u, kh - 1 - v] * x[u:u + out_h, v:v + out_w]
    return out
# %% wrong: buffer in the dtype of x, integer images truncate
def convolve2d(x, kernel):
    k = np.flip(kernel, axis=(0, 1))
    kh, kw = k.shape
    out = np.zeros((x.shape[0] - kh + 1, x.shape[1] - kw + 1), x.dtype)
    for r in range(out.shape[0]):
        for c in range(out.shape[1]):
            out[r, c] = np.sum(k * x[r:r + kh, c:c + kw])
    return out
# %% wrong: full convolution cut like "same", the size of x
def convolve2d(x, kernel):
    H, W = x.shape
    a, b = kernel.shape
    out = np.zeros((H + a - 1, W + b - 1))
    for i in range(a):
        for j in range(b):
            out[i:i + H, j:j + W] += kernel[i, j] * x
    return out[a // 2:a // 2 + H, b // 2:b // 2 + W]
# %% wrong: index kernel[-u][-v] is off by one (should be -u - 1)
def convolve2d(x, kernel):
    kh, kw = kernel.shape
    oh, ow = x.shape[0] - kh + 1, x.shape[1] - kw + 1
    out = np.zeros((oh, ow))
    for i in range(oh):
        for j in range(ow):
            s = 0
            for u in range(kh):
                for v in range(kw):
                    s += x[i + u, j + v] * kernel[-u, -v]
            out[i, j] = s
    return out
# %% wrong: flips the kernel in place, the argument is turned round after the call
def convolve2d(x, kernel):
    kernel[:] = kernel[::-1, ::-1].copy()
    win = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    return np.tensordot(win, kernel, axes=((2, 3), (0, 1)))
# %% right: full-cut
def convolve2d(x, kernel):
    H, W = x.shape
    a, b = kernel.shape
    full = np.zeros((H + a - 1, W + b - 1))
    for i in range(H):
        for j in range(W):
            full[i:i + a, j:j + b] += x[i, j] * kernel
    return full[a - 1:H, b - 1:W]
# %% right: loops
def convolve2d(x, kernel):
    kh, kw = kernel.shape
    oh = x.shape[0] - kh + 1
    ow = x.shape[1] - kw + 1
    out = np.zeros((oh, ow))
    for u in range(kh):
        for v in range(kw):
            out += x[u:u + oh, v:v + ow] * kernel[kh - 1 - u, kw - 1 - v]
    return out
