# %% wrong: only the rows of the kernel are reversed, not its columns, so it is mirrored instead of turned by 180 degrees
def convolve2d(x, kernel):
    k = kernel[::-1]
    windows = np.lib.stride_tricks.sliding_window_view(x, k.shape)
    return np.einsum("hwij,ij->hw", windows, k)
# %% wrong: np.rot90 turns the kernel once, by 90 degrees, instead of 180; for a non-square kernel the output also has the wrong shape (or ValueError if the turned kernel does not fit)
def convolve2d(x, kernel):
    turned = np.rot90(kernel)
    kh, kw = turned.shape
    rows, cols = x.shape[0] - kh + 1, x.shape[1] - kw + 1
    out = np.zeros((rows, cols))
    for r in range(rows):
        for c in range(cols):
            out[r, c] = np.sum(x[r:r + kh, c:c + kw] * turned)
    return out
# %% wrong: the result is right, but the kernel is turned in place, so the caller's kernel is changed
def convolve2d(x, kernel):
    kernel[:] = kernel[::-1, ::-1].copy()
    a, b = kernel.shape
    H, W = x.shape
    return np.array([[np.sum(x[i:i + a, j:j + b] * kernel) for j in range(W - b + 1)]
                     for i in range(H - a + 1)])
# %% wrong: returns the full convolution, (H + K_H - 1, W + K_W - 1), including positions where the kernel sticks out over a border of zeros, instead of the valid positions only
def convolve2d(x, kernel):
    kh, kw = kernel.shape
    out = np.zeros((x.shape[0] + kh - 1, x.shape[1] + kw - 1))
    for i in range(kh):
        for j in range(kw):
            out[i:i + x.shape[0], j:j + x.shape[1]] += kernel[i, j] * x
    return out
# %% right: the index of x runs backwards
def convolve2d(x, kernel):
    (H, W), (K, L) = x.shape, kernel.shape
    result = []
    for t in range(K - 1, H):
        line = []
        for s in range(L - 1, W):
            line.append(sum(kernel[k, l] * x[t - k, s - l] for k in range(K) for l in range(L)))
        result.append(line)
    return np.array(result)
