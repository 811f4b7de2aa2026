# %% wrong: stamps with = instead of +=, so overlaps are overwritten by the later stamp; right where stamps do not overlap (stride at least the kernel size)
def transposed2d(x, kernel, stride=1):
    KH, KW = kernel.shape
    H, W = x.shape
    out = np.zeros(((H - 1) * stride + KH, (W - 1) * stride + KW))
    for (r, c), value in np.ndenumerate(x):
        out[r * stride:r * stride + KH, c * stride:c * stride + KW] = value * kernel
    return out
# %% wrong: spreads x with zeros, pads by K - 1 and cross-correlates without turning the kernel, so the stamps are turned by 180 degrees; right for kernels that are their own half turn
def transposed2d(x, kernel, stride=1):
    kh, kw = kernel.shape
    spread = np.zeros(((x.shape[0] - 1) * stride + 1, (x.shape[1] - 1) * stride + 1))
    spread[::stride, ::stride] = x
    full = np.pad(spread, ((kh - 1, kh - 1), (kw - 1, kw - 1)))
    win = np.lib.stride_tricks.sliding_window_view(full, (kh, kw))
    return np.einsum("hwij,ij->hw", win, kernel)
# %% wrong: makes the output H*stride x W*stride, too small where the kernel is larger than the stride: the last stamp does not fit, ValueError; where it is smaller, the shape is too large
def transposed2d(x, kernel, stride=1):
    h, w = x.shape
    kh, kw = kernel.shape
    output = np.zeros((h * stride, w * stride))
    for i in range(h):
        for j in range(w):
            output[i * stride:i * stride + kh, j * stride:j * stride + kw] += x[i, j] * kernel
    return output
# %% wrong: two mistakes: the stamps start at (row, column) without the stride, and the loop leaves out the last row and column of x
def transposed2d(x, kernel, stride=1):
    rows, cols = x.shape
    a, b = kernel.shape
    canvas = np.zeros(((rows - 1) * stride + a, (cols - 1) * stride + b))
    for r in range(rows - 1):
        for c in range(cols - 1):
            canvas[r:r + a, c:c + b] += x[r, c] * kernel
    return canvas
# %% right: loops over the weights, adds all of x at once for each
def transposed2d(x, kernel, stride=1):
    H, W = x.shape
    out = np.zeros(((H - 1) * stride + kernel.shape[0], (W - 1) * stride + kernel.shape[1]))
    for (i, j), w in np.ndenumerate(kernel):
        out[i:i + (H - 1) * stride + 1:stride, j:j + (W - 1) * stride + 1:stride] += w * x
    return out
