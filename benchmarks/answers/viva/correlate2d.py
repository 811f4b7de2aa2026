# %% wrong: height and width of the kernel are exchanged when its shape is unpacked, so a kernel that is not square raises a ValueError (a single row or column gives a wrong shape instead)
def correlate2d(x, kernel):
    k_w, k_h = kernel.shape
    H, W = x.shape
    out = np.zeros((H - k_h + 1, W - k_w + 1))
    for r in range(out.shape[0]):
        for c in range(out.shape[1]):
            out[r, c] = np.sum(x[r : r + k_h, c : c + k_w] * kernel)
    return out
# %% wrong: adds up the matrix product of window and kernel (@) instead of the products element by element; a kernel that is not square raises a ValueError
def correlate2d(x, kernel):
    kh, kw = kernel.shape
    h = x.shape[0] - kh + 1
    w = x.shape[1] - kw + 1
    return np.array([[(x[i : i + kh, j : j + kw] @ kernel).sum() for j in range(w)] for i in range(h)])
# %% wrong: the window's columns start at row instead of column, so all outputs of one row are the same, and a high image can raise a ValueError
def correlate2d(x, kernel):
    kernel_height, kernel_width = kernel.shape
    height = x.shape[0] - kernel_height + 1
    width = x.shape[1] - kernel_width + 1
    output = np.zeros((height, width))
    for row in range(height):
        for column in range(width):
            window = x[row : row + kernel_height, row : row + kernel_width]
            output[row, column] = np.sum(window * kernel)
    return output
# %% wrong: the output has the shape (H, W) of the input: the right values stand at the top left and zeros in the last K_H - 1 rows and K_W - 1 columns
def correlate2d(x, kernel):
    out = np.zeros(x.shape)
    (H, W), (a, b) = x.shape, kernel.shape
    for i in range(H - a + 1):
        for j in range(W - b + 1):
            out[i, j] = (x[i:i+a, j:j+b] * kernel).sum()
    return out
# %% right: loops over the taps of the kernel and adds shifted images
def correlate2d(x, kernel):
    h, w = (n - k + 1 for n, k in zip(x.shape, kernel.shape))
    result = np.zeros((h, w))
    for (i, j), weight in np.ndenumerate(kernel):
        result += weight * x[i : i + h, j : j + w]
    return result
