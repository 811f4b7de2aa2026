# %% wrong: the sum starts at 0 for each row only, so it runs on from window to window; shows for more than one output in a row
def correlate2d(x, kernel):
    kh, kw = kernel.shape
    result = np.zeros((x.shape[0] - kh + 1, x.shape[1] - kw + 1))
    for r in range(result.shape[0]):
        s = 0
        for c in range(result.shape[1]):
            for i in range(kh):
                for j in range(kw):
                    s += x[r + i, c + j] * kernel[i, j]
            result[r, c] = s
    return result
# %% wrong: the output holds whole numbers only (dtype int), fractions are cut
def correlate2d(x, kernel):
    H, W = x.shape
    a, b = kernel.shape
    out = np.empty((H - a + 1, W - b + 1), int)
    for i in range(H - a + 1):
        for j in range(W - b + 1):
            out[i, j] = np.sum(x[i:i + a, j:j + b] * kernel)
    return out
# %% wrong: right for square kernels only: the kernel's height is used for its width too; crashes (or is wrong) where K_H is not K_W
def correlate2d(x, kernel):
    size = len(kernel)
    rows, cols = x.shape[0] - size + 1, x.shape[1] - size + 1
    out = np.zeros((rows, cols))
    for row in range(rows):
        for col in range(cols):
            out[row, col] = (x[row:row + size, col:col + size] * kernel).sum()
    return out
# %% wrong: the kernel is turned by 180 degrees; shows where it is not its own half turn
def correlate2d(x, kernel):
    k = kernel[::-1, ::-1]
    windows = np.lib.stride_tricks.sliding_window_view(x, k.shape)
    return np.einsum("hwij,ij->hw", windows, k)
# %% right: weight by weight, shifted images added up
def correlate2d(x, kernel):
    h = x.shape[0] - kernel.shape[0] + 1
    w = x.shape[1] - kernel.shape[1] + 1
    acc = np.zeros((h, w))
    for (i, j), weight in np.ndenumerate(kernel):
        acc = acc + weight * x[i:i + h, j:j + w]
    return acc
