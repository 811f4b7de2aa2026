# %% wrong: returns all positions at which kernel and image overlap ("full"), not only those inside
def convolve2d(x, kernel):
    H, W = x.shape
    kh, kw = kernel.shape
    y = np.zeros((H + kh - 1, W + kw - 1))
    for j in range(kw):
        for i in range(kh):
            y[i : i + H, j : j + W] += kernel[i, j] * x
    return y
# %% wrong: each pair of weights is swapped twice, so the kernel ends as it was: cross-correlation
def convolve2d(x, kernel):
    k = [list(row) for row in kernel]
    rows, columns = len(k), len(k[0])
    # turn by 180 degrees
    for i in range(rows):
        for j in range(columns):
            other = k[rows - 1 - i][columns - 1 - j]
            k[rows - 1 - i][columns - 1 - j] = k[i][j]
            k[i][j] = other
    out = []
    for r in range(len(x) - rows + 1):
        out.append([])
        for c in range(len(x[0]) - columns + 1):
            out[r].append(sum(x[r + i][c + j] * k[i][j]
                              for i in range(rows) for j in range(columns)))
    return out
# %% wrong: the formula is begun at t = 0, so x[t - k] gets negative indices, which wrap to the image's end
def convolve2d(x, kernel):
    # y[s, t] = sum over i, j of w[i, j] x[s - i, t - j]
    kh, kw = kernel.shape
    y = np.zeros((x.shape[0] - kh + 1, x.shape[1] - kw + 1))
    for s in range(y.shape[0]):
        for t in range(y.shape[1]):
            y[s, t] = sum(kernel[i, j] * x[s - i, t - j] for i in range(kh) for j in range(kw))
    return y
# %% right: einsum over windows that are read backwards
def convolve2d(x, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    return np.einsum("hwij,ij->hw", windows[:, :, ::-1, ::-1], kernel)
