# %% wrong: only the rows of the kernel are reversed, not its columns; shows where the rows of the kernel are not palindromes
def convolve2d(x, kernel):
    k = np.flipud(kernel)
    win = np.lib.stride_tricks.sliding_window_view(x, k.shape)
    return (win * k).sum(axis=(2, 3))
# %% wrong: the kernel that is given is itself turned (the values returned are right)
def convolve2d(x, kernel):
    kernel[:] = kernel[::-1, ::-1].copy()
    kh, kw = kernel.shape
    y = np.zeros((x.shape[0] - kh + 1, x.shape[1] - kw + 1))
    for r in range(y.shape[0]):
        for c in range(y.shape[1]):
            y[r, c] = np.sum(x[r:r + kh, c:c + kw] * kernel)
    return y
# %% wrong: the image is turned by 180 degrees in place of the kernel, so the output comes out turned; shows for more than one output
def convolve2d(x, kernel):
    turned = x[::-1, ::-1]
    windows = np.lib.stride_tricks.sliding_window_view(turned, kernel.shape)
    return np.einsum("abij,ij->ab", windows, kernel)
# %% wrong: the kernel is transposed and not turned by 180 degrees; crashes where the transposed kernel does not fit into the image
def convolve2d(x, kernel):
    k = kernel.T
    h, w = x.shape[0] - k.shape[0] + 1, x.shape[1] - k.shape[1] + 1
    out = np.zeros((h, w))
    for r in range(h):
        for c in range(w):
            out[r, c] = np.sum(x[r:r + k.shape[0], c:c + k.shape[1]] * k)
    return out
# %% right: the formula with the index that runs backwards
def convolve2d(x, kernel):
    kh, kw = kernel.shape
    def at(r, c):
        return sum(kernel[i, j] * x[r + kh - 1 - i, c + kw - 1 - j]
                   for i in range(kh) for j in range(kw))
    return np.array([[at(r, c) for c in range(x.shape[1] - kw + 1)]
                     for r in range(x.shape[0] - kh + 1)])
