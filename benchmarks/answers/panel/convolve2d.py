# %% wrong: the kernel is turned by 90 degrees only (np.rot90 once); shows in the values, and when the kernel is not square in the shape or as a crash
def convolve2d(x, kernel):
    k = np.rot90(kernel)
    w = np.lib.stride_tricks.sliding_window_view(x, k.shape)
    return np.einsum("abij,ij->ab", w, k)
# %% wrong: the output is turned by 180 degrees and the kernel is not turned
def convolve2d(x, kernel):
    kh, kw = kernel.shape
    out = np.zeros((x.shape[0] - kh + 1, x.shape[1] - kw + 1))
    for r in range(out.shape[0]):
        for c in range(out.shape[1]):
            out[r, c] = np.sum(x[r:r + kh, c:c + kw] * kernel)
    return out[::-1, ::-1]
# %% wrong: the values are right, but the caller's kernel is turned too
def convolve2d(x, kernel):
    kernel[:] = kernel[::-1, ::-1].copy()
    n, m = kernel.shape
    h = x.shape[0] - n + 1
    w = x.shape[1] - m + 1
    y = np.zeros((h, w))
    for i in range(h):
        for j in range(w):
            y[i, j] = (x[i:i+n, j:j+m] * kernel).sum()
    return y
# %% wrong: only the rows of the kernel are reversed, not the columns; shows when the kernel is not equal to its mirror left for right
def convolve2d(x, kernel):
    turned = kernel[::-1]
    views = np.lib.stride_tricks.sliding_window_view(x, turned.shape)
    return (views * turned).sum(axis=(-2, -1))
# %% right: the sum over k[a, b] * x[row - a, column - b], from the formula with the minus
def convolve2d(x, kernel):
    kh, kw = kernel.shape
    H, W = x.shape
    total = np.zeros((H - kh + 1, W - kw + 1))
    for a in range(kh):
        for b in range(kw):
            total += kernel[a, b] * x[kh - 1 - a:H - a, kw - 1 - b:W - b]
    return total
