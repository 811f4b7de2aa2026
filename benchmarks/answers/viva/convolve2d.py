# %% wrong: np.rot90 once, a quarter turn of the kernel instead of a half turn; for a kernel that is not square the output also has another shape
def convolve2d(x, kernel):
    turned = np.rot90(kernel)
    windows = np.lib.stride_tricks.sliding_window_view(x, turned.shape)
    return np.einsum("hwij,ij->hw", windows, turned)
# %% wrong: only the order of the rows is reversed, the columns of the kernel stay as they are
def convolve2d(x, kernel):
    k = kernel[::-1]
    kh, kw = k.shape
    H, W = x.shape[0] - kh + 1, x.shape[1] - kw + 1
    y = np.zeros((H, W))
    for i in range(H):
        for j in range(W):
            y[i, j] = np.sum(k * x[i : i + kh, j : j + kw])
    return y
# %% wrong: the image is turned by 180 degrees instead of the kernel, so the whole output comes out turned by 180 degrees
def convolve2d(x, kernel):
    def correlate2d(a, k):
        h, w = k.shape
        return np.array([[np.sum(a[r : r + h, c : c + w] * k) for c in range(a.shape[1] - w + 1)]
                         for r in range(a.shape[0] - h + 1)])

    return correlate2d(x[::-1, ::-1], kernel)
# %% wrong: the output is right, but the given kernel itself is overwritten by its half turn
def convolve2d(x, kernel):
    kernel[:] = kernel[::-1, ::-1].copy()
    height, width = x.shape[0] - kernel.shape[0] + 1, x.shape[1] - kernel.shape[1] + 1
    output = np.zeros((height, width))
    for row in range(height):
        for column in range(width):
            window = x[row : row + kernel.shape[0], column : column + kernel.shape[1]]
            output[row, column] = np.sum(window * kernel)
    return output
# %% right: from the formula with the index running backwards through x
def convolve2d(x, kernel):
    K_H, K_W = kernel.shape
    H, W = x.shape
    total = 0.0
    for i in range(K_H):
        for j in range(K_W):
            total = total + kernel[i, j] * x[K_H - 1 - i : H - i, K_W - 1 - j : W - j]
    return total
