# %% wrong: true convolution, each tap meets the pixel on the opposite side of the window
def correlate2d(x, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    return np.einsum("rcij,ij->rc", windows[..., ::-1, ::-1], kernel)
# %% wrong: only the columns of the kernel are mirrored
def correlate2d(x, kernel):
    rows = x.shape[0] - kernel.shape[0] + 1
    cols = x.shape[1] - kernel.shape[1] + 1
    mirrored = np.fliplr(kernel)
    return np.array([[(x[r : r + kernel.shape[0], c : c + kernel.shape[1]] * mirrored).sum()
                      for c in range(cols)] for r in range(rows)])
# %% wrong: einsum with the kernel's axes exchanged, "rcij,ji"
def correlate2d(x, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    return np.einsum("rcij,ji->rc", windows, kernel)
# %% wrong: the last column of windows is missing, W - K_W (the rows are complete)
def correlate2d(x, kernel):
    m, n = kernel.shape
    result = []
    for r in range(x.shape[0] - m + 1):
        line = []
        for c in range(x.shape[1] - n):
            line.append(np.sum(x[r : r + m, c : c + n] * kernel))
        result.append(line)
    return np.array(result).reshape(x.shape[0] - m + 1, x.shape[1] - n)
# %% wrong: the kernel's width is used for the rows as well, crashes or goes wrong for kernels that are not square
def correlate2d(x, kernel):
    k = len(kernel[0])
    result = np.zeros((len(x) - k + 1, len(x[0]) - k + 1))
    for r in range(len(result)):
        for c in range(len(result[0])):
            for i in range(k):
                for j in range(k):
                    result[r, c] += x[r + i, c + j] * kernel[i, j]
    return result
# %% wrong: the sum runs over the rows of the window only, one axis of products is left over
def correlate2d(x, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    return (windows * kernel).sum(axis=2)
# %% wrong: windows do not overlap, the loops step by the kernel's size
def correlate2d(x, kernel):
    m, n = kernel.shape
    result = np.zeros((x.shape[0] - m + 1, x.shape[1] - n + 1))
    for r in range(0, x.shape[0] - m + 1, m):
        for c in range(0, x.shape[1] - n + 1, n):
            result[r, c] = (x[r : r + m, c : c + n] * kernel).sum()
    return result
# %% wrong: the total is not set back to 0 between the windows
def correlate2d(x, kernel):
    m, n = kernel.shape
    result = np.zeros((x.shape[0] - m + 1, x.shape[1] - n + 1))
    total = 0
    for r in range(result.shape[0]):
        for c in range(result.shape[1]):
            for i in range(m):
                for j in range(n):
                    total += x[r + i, c + j] * kernel[i, j]
            result[r, c] = total
    return result
# %% wrong: negative results are cut at 0 (a ReLU)
def correlate2d(x, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    return np.maximum(np.tensordot(windows, kernel, axes=2), 0)
# %% wrong: the window's corner is shifted by one, it begins at (r + 1, c + 1) and reads zeros behind the border
def correlate2d(x, kernel):
    m, n = kernel.shape
    padded = np.pad(x, ((0, 1), (0, 1)))
    result = np.zeros((x.shape[0] - m + 1, x.shape[1] - n + 1))
    for r in range(result.shape[0]):
        for c in range(result.shape[1]):
            result[r, c] = np.sum(padded[r + 1 : r + 1 + m, c + 1 : c + 1 + n] * kernel)
    return result
# %% wrong: computed in half precision, digits are lost
def correlate2d(x, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(x.astype(np.float16), kernel.shape)
    return np.einsum("rcij,ij->rc", windows, kernel.astype(np.float16))
# %% wrong: the results are written into the caller's image
def correlate2d(x, kernel):
    m, n = kernel.shape
    rows, cols = x.shape[0] - m + 1, x.shape[1] - n + 1
    for r in range(rows):
        for c in range(cols):
            x[r, c] = np.sum(x[r : r + m, c : c + n] * kernel)
    return x[:rows, :cols]
# %% wrong: IndexError, the loops run over all pixels and read outside of the image
def correlate2d(x, kernel):
    result = np.zeros(x.shape)
    for r in range(x.shape[0]):
        for c in range(x.shape[1]):
            for i in range(kernel.shape[0]):
                for j in range(kernel.shape[1]):
                    result[r, c] += x[r + i, c + j] * kernel[i, j]
    return result
# %% wrong: the arguments are in the other order, kernel before x
def correlate2d(kernel, x):
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    return np.tensordot(windows, kernel, axes=2)
# %% wrong: only 3x3 kernels, the size is hard-coded
def correlate2d(x, kernel):
    result = np.zeros((x.shape[0] - 2, x.shape[1] - 2))
    for r in range(x.shape[0] - 2):
        for c in range(x.shape[1] - 2):
            for i in range(3):
                for j in range(3):
                    result[r, c] += x[r + i, c + j] * kernel[i, j]
    return result
# %% wrong: two mistakes: the kernel is transposed, and the products are averaged
def correlate2d(x, kernel):
    turned = kernel.T
    windows = np.lib.stride_tricks.sliding_window_view(x, turned.shape)
    return (windows * turned).mean(axis=(-2, -1))
# %% right: tensordot of the windows
def correlate2d(x, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    return np.tensordot(windows, kernel, axes=2)
# %% right: row by row with one-dimensional correlations
def correlate2d(x, kernel):
    m, n = kernel.shape
    lines = []
    for r in range(x.shape[0] - m + 1):
        line = sum(np.correlate(x[r + i], kernel[i], "valid") for i in range(m))
        lines.append(line)
    return np.array(lines)
# %% right: im2col, a matrix product
def correlate2d(x, kernel):
    m, n = kernel.shape
    rows, cols = x.shape[0] - m + 1, x.shape[1] - n + 1
    patches = [x[r : r + m, c : c + n].reshape(-1) for r in range(rows) for c in range(cols)]
    return (np.array(patches) @ kernel.reshape(-1)).reshape(rows, cols)
# %% right: Toeplitz-like matrix with one row per output
def correlate2d(x, kernel):
    h, w = x.shape
    m, n = kernel.shape
    rows, cols = h - m + 1, w - n + 1
    matrix = np.zeros((rows * cols, h, w))
    for k in range(rows * cols):
        r, c = divmod(k, cols)
        matrix[k, r : r + m, c : c + n] = kernel
    return np.tensordot(matrix, x, axes=2).reshape(rows, cols)
