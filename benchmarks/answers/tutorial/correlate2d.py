# %% wrong: the slices end at kh and kw in place of row + kh and col + kw, so later windows are too small or empty: ValueError (output 0, 0 alone is right)
def correlate2d(x, kernel):
    kh, kw = kernel.shape
    h = x.shape[0] - kh + 1
    w = x.shape[1] - kw + 1
    out = np.zeros((h, w))
    for row in range(h):
        for col in range(w):
            out[row, col] = np.sum(x[row:kh, col:kw] * kernel)
    return out
# %% wrong: the kernel's height is used for its width as well: right for square kernels, ValueError (or a broadcast window) for others
def correlate2d(x, kernel):
    k = len(kernel)
    rows, cols = x.shape
    return np.array([[(x[i:i + k, j:j + k] * kernel).sum()
                      for j in range(cols - k + 1)]
                     for i in range(rows - k + 1)])
# %% wrong: two one-dimensional passes with the kernel's row sums and column sums: right only for a kernel of rank one whose weights add up to 1, such as a blur
def correlate2d(x, kernel):
    down, across = kernel.sum(axis=1), kernel.sum(axis=0)
    lines = np.array([np.correlate(line, across, "valid") for line in x])
    columns = np.array([np.correlate(column, down, "valid") for column in lines.T])
    return columns.T
# %% wrong: two mistakes: zeros are put around x so that the output keeps its size, and the kernel is turned by 180 degrees
def correlate2d(x, kernel):
    kh, kw = kernel.shape
    turned = np.flip(kernel)
    padded = np.pad(x, ((kh // 2, (kh - 1) // 2), (kw // 2, (kw - 1) // 2)))
    out = np.zeros(x.shape)
    for r in range(x.shape[0]):
        for c in range(x.shape[1]):
            out[r, c] = np.sum(padded[r:r + kh, c:c + kw] * turned)
    return out
# %% right: four plain loops
def correlate2d(x, kernel):
    kh, kw = kernel.shape
    H, W = x.shape
    out = []
    for r in range(H - kh + 1):
        line = []
        for c in range(W - kw + 1):
            s = 0
            for i in range(kh):
                for j in range(kw):
                    s += x[r + i, c + j] * kernel[i, j]
            line.append(s)
        out.append(line)
    return out
