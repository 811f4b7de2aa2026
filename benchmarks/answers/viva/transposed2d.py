# %% wrong: the stamps are written with = instead of +=, so where they overlap only the last one counts
def transposed2d(x, kernel, stride=1):
    (H, W), (kh, kw) = x.shape, kernel.shape
    output = np.zeros(((H - 1) * stride + kh, (W - 1) * stride + kw))
    for r in range(H):
        for c in range(W):
            output[r * stride : r * stride + kh, c * stride : c * stride + kw] = x[r, c] * kernel
    return output
# %% wrong: the output has the dtype of x, so an x of whole numbers with a kernel of fractions raises a UFuncTypeError
def transposed2d(x, kernel, stride=1):
    kh, kw = kernel.shape
    height = (x.shape[0] - 1) * stride + kh
    width = (x.shape[1] - 1) * stride + kw
    canvas = np.zeros((height, width), dtype=x.dtype)
    for (row, column), value in np.ndenumerate(x):
        top, left = row * stride, column * stride
        canvas[top : top + kh, left : left + kw] += value * kernel
    return canvas
# %% wrong: zeros are put between the pixels and the kernel slides over it without being turned, so each stamp is the kernel turned by 180 degrees
def transposed2d(x, kernel, stride=1):
    H, W = x.shape
    kh, kw = kernel.shape
    spread = np.zeros(((H - 1) * stride + 1, (W - 1) * stride + 1))
    spread[::stride, ::stride] = x
    padded = np.pad(spread, ((kh - 1, kh - 1), (kw - 1, kw - 1)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, kernel.shape)
    return np.einsum("hwij,ij->hw", windows, kernel)
# %% wrong: across, the stamps stand one pixel apart whatever the stride: left is column instead of column * stride
def transposed2d(x, kernel, stride=1):
    k_h, k_w = kernel.shape
    out = np.zeros(((x.shape[0] - 1) * stride + k_h, (x.shape[1] - 1) * stride + k_w))
    for row in range(x.shape[0]):
        top = row * stride
        for column in range(x.shape[1]):
            left = column
            out[top : top + k_h, left : left + k_w] += x[row, column] * kernel
    return out
# %% right: loops over the taps of the kernel; each lays the whole image, scaled, on every stride-th pixel
def transposed2d(x, kernel, stride=1):
    reach = [(n - 1) * stride + 1 for n in x.shape]
    result = np.zeros([r + k - 1 for r, k in zip(reach, kernel.shape)])
    for i, j in np.ndindex(*kernel.shape):
        result[i : i + reach[0] : stride, j : j + reach[1] : stride] += kernel[i, j] * x
    return result
