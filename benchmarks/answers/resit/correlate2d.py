# %% wrong: takes the kernel to be square (its height for both axes); a kernel that is not gives a wrong shape or a ValueError
def correlate2d(x, kernel):
    k = len(kernel)
    height, width = x.shape[0] - k + 1, x.shape[1] - k + 1
    output = np.zeros((height, width))
    for i in range(height):
        for j in range(width):
            output[i, j] = np.sum(x[i : i + k, j : j + k] * kernel)
    return output
# %% wrong: matrix product of window and kernel in place of the product element by element (ValueError where the kernel is not square)
def correlate2d(x, kernel):
    rows = x.shape[0] - kernel.shape[0] + 1
    columns = x.shape[1] - kernel.shape[1] + 1
    output = np.zeros((rows, columns))
    for r in range(rows):
        for c in range(columns):
            window = x[r : r + kernel.shape[0], c : c + kernel.shape[1]]
            output[r, c] = (window @ kernel).sum()
    return output
# %% wrong: kernel row i always meets row i of the image, not row + i, so all output rows are equal
def correlate2d(x, kernel):
    height = x.shape[0] - kernel.shape[0] + 1
    width = x.shape[1] - kernel.shape[1] + 1
    output = np.zeros((height, width))
    for row in range(height):
        for i in range(kernel.shape[0]):
            output[row] += np.correlate(x[i], kernel[i], "valid")
    return output
# %% wrong: Python's sum adds the rows only and leaves K_W numbers for one place of the output: ValueError
def correlate2d(x, kernel):
    (h, w), (kh, kw) = x.shape, kernel.shape
    y = np.zeros((h - kh + 1, w - kw + 1))
    for i, j in np.ndindex(y.shape):
        y[i, j] = sum(x[i : i + kh, j : j + kw] * kernel)
    return y
# %% right: every window as a row of a matrix, times the flat kernel
def correlate2d(x, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    flat = windows.reshape(*windows.shape[:2], -1)
    return flat @ kernel.ravel()
