# %% wrong: the matrix product @ instead of the elementwise product, so values are wrong, and kernels that are not square raise ValueError
def correlate2d(x, kernel):
    kh, kw = kernel.shape
    out = np.zeros((x.shape[0] - kh + 1, x.shape[1] - kw + 1))
    for r in range(out.shape[0]):
        for c in range(out.shape[1]):
            out[r, c] = np.sum(x[r:r + kh, c:c + kw] @ kernel)
    return out
# %% wrong: the mean of the products instead of their sum
def correlate2d(x, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    return (windows * kernel).mean(axis=(2, 3))
# %% wrong: the output array holds whole numbers (dtype int), so fractions are cut off
def correlate2d(x, kernel):
    kernel_height, kernel_width = kernel.shape
    height = x.shape[0] - kernel_height + 1
    width = x.shape[1] - kernel_width + 1
    output = np.zeros((height, width), int)
    for row in range(height):
        for column in range(width):
            window = x[row : row + kernel_height, column : column + kernel_width]
            output[row, column] = (window * kernel).sum()
    return output
# %% wrong: the number of output columns is counted with the kernel's height instead of its width: the wrong number of columns for tall kernels, ValueError for wide ones
def correlate2d(x, kernel):
    (H, W), (kh, kw) = x.shape, kernel.shape
    h_out = H - kh + 1
    w_out = W - kh + 1
    y = np.zeros((h_out, w_out))
    for i in range(h_out):
        for j in range(w_out):
            y[i, j] = np.sum(x[i:i+kh, j:j+kw] * kernel)
    return y
# %% right: one shifted image per weight
def correlate2d(x, kernel):
    x, kernel = np.asarray(x), np.asarray(kernel)
    h, w = (a - b + 1 for a, b in zip(x.shape, kernel.shape))
    acc = np.zeros((h, w))
    for (i, j), weight in np.ndenumerate(kernel):
        acc = acc + weight * x[i:i + h, j:j + w]
    return acc
