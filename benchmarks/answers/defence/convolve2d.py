# %% wrong: the kernel is turned by 90 degrees (np.rot90 once) instead of by 180
def convolve2d(x, kernel):
    k = np.rot90(kernel)
    windows = np.lib.stride_tricks.sliding_window_view(x, k.shape)
    return np.einsum("hwij,ij->hw", windows, k)
# %% wrong: only the kernel's rows are reversed, its columns are not
def convolve2d(x, kernel):
    turned = kernel[::-1]
    kh, kw = turned.shape
    h, w = x.shape[0] - kh + 1, x.shape[1] - kw + 1
    y = np.zeros((h, w))
    for i in range(h):
        for j in range(w):
            y[i, j] = np.sum(x[i:i + kh, j:j + kw] * turned)
    return y
# %% wrong: the kernel is turned in place, so the caller's kernel is changed (the returned values are right)
def convolve2d(x, kernel):
    kernel[:] = kernel[::-1, ::-1].copy()
    kh, kw = kernel.shape
    rows, cols = x.shape[0] - kh + 1, x.shape[1] - kw + 1
    return np.array([[(x[r:r + kh, c:c + kw] * kernel).sum() for c in range(cols)]
                     for r in range(rows)])
# %% wrong: full convolution: x is padded with kernel size - 1 zeros on each side, so the output is larger than the valid positions
def convolve2d(x, kernel):
    kh, kw = kernel.shape
    padded = np.pad(x, ((kh - 1, kh - 1), (kw - 1, kw - 1)))
    turned = np.flip(kernel)
    out = np.zeros((x.shape[0] + kh - 1, x.shape[1] + kw - 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = (padded[i:i + kh, j:j + kw] * turned).sum()
    return out
# %% right: the index of x runs backwards
def convolve2d(x, kernel):
    kh, kw = np.shape(kernel)
    H, W = np.shape(x)
    y = np.zeros((H - kh + 1, W - kw + 1))
    for t in range(kh - 1, H):
        for s in range(kw - 1, W):
            y[t - kh + 1, s - kw + 1] = sum(
                kernel[a][b] * x[t - a][s - b] for a in range(kh) for b in range(kw))
    return y
