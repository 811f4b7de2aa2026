# %% wrong: = in place of +=, so where stamps overlap only the last one is left
def transposed2d(x, kernel, stride=1):
    (h, w), (kh, kw) = x.shape, kernel.shape
    output = np.zeros(((h - 1) * stride + kh, (w - 1) * stride + kw))
    for i in range(h):
        for j in range(w):
            top, left = i * stride, j * stride
            output[top : top + kh, left : left + kw] = x[i, j] * kernel
    return output
# %% wrong: zeros between and around the pixels and then a correlation, but the kernel is not turned by 180 degrees
def transposed2d(x, kernel, stride=1):
    (h, w), (kh, kw) = x.shape, kernel.shape
    spread = np.zeros(((h - 1) * stride + 1, (w - 1) * stride + 1))
    spread[::stride, ::stride] = x
    padded = np.pad(spread, ((kh - 1, kh - 1), (kw - 1, kw - 1)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, (kh, kw))
    return np.einsum("hwij,ij->hw", windows, kernel)
# %% wrong: the output has size H * stride + K - 1, which is stride - 1 rows and columns of zeros too many
def transposed2d(x, kernel, stride=1):
    height = x.shape[0] * stride + kernel.shape[0] - 1
    width = x.shape[1] * stride + kernel.shape[1] - 1
    output = np.zeros((height, width))
    for (row, column), value in np.ndenumerate(x):
        output[row * stride : row * stride + kernel.shape[0],
               column * stride : column * stride + kernel.shape[1]] += value * kernel
    return output
# %% wrong: np.kron lays the stamps side by side, so the stride is always the kernel's size
def transposed2d(x, kernel, stride=1):
    return np.kron(x, kernel)
# %% right: the whole image at once for each tap of the kernel
def transposed2d(x, kernel, stride=1):
    height, width = ((n - 1) * stride + 1 for n in x.shape)
    output = np.zeros((height + kernel.shape[0] - 1, width + kernel.shape[1] - 1))
    for i, row in enumerate(kernel):
        for j, weight in enumerate(row):
            output[i : i + height : stride, j : j + width : stride] += weight * x
    return output
