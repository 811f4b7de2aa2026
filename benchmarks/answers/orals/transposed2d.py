# %% wrong: spreads the input with zeros and slides the kernel over it as a cross-correlation without turning it first, so the kernel is stamped turned by 180 degrees
def transposed2d(x, kernel, stride=1):
    H, W = x.shape
    kh, kw = kernel.shape
    spread = np.zeros(((H - 1) * stride + 1, (W - 1) * stride + 1))
    spread[::stride, ::stride] = x
    full = np.pad(spread, ((kh - 1, kh - 1), (kw - 1, kw - 1)))
    windows = np.lib.stride_tricks.sliding_window_view(full, (kh, kw))
    return np.einsum("hwij,ij->hw", windows, kernel)
# %% wrong: the output is H * stride + K_H - 1 by W * stride + K_W - 1, which for strides above 1 is too large by stride - 1 rows and columns of zeros at the end
def transposed2d(x, kernel, stride=1):
    K_H, K_W = kernel.shape
    out = np.zeros((x.shape[0] * stride + K_H - 1, x.shape[1] * stride + K_W - 1))
    for r in range(x.shape[0]):
        for c in range(x.shape[1]):
            out[r * stride:r * stride + K_H, c * stride:c * stride + K_W] += x[r, c] * kernel
    return out
# %% wrong: the output has the right size, but the stamps are put at (row, column) instead of (row * stride, column * stride), so they stand one pixel apart whatever the stride
def transposed2d(x, kernel, stride=1):
    height, width = x.shape
    k_height, k_width = kernel.shape
    output = np.zeros(((height - 1) * stride + k_height, (width - 1) * stride + k_width))
    for (row, column), value in np.ndenumerate(x):
        output[row:row + k_height, column:column + k_width] += value * kernel
    return output
# %% wrong: two mistakes: overlapping stamps overwrite each other (= instead of +=), and the output takes the dtype of x, so with whole numbers in x and fractions in the kernel the fractional part is cut off
def transposed2d(x, kernel, stride=1):
    a, b = kernel.shape
    y = np.zeros(((x.shape[0] - 1) * stride + a, (x.shape[1] - 1) * stride + b), dtype=x.dtype)
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            y[i * stride:i * stride + a, j * stride:j * stride + b] = x[i, j] * kernel
    return y
# %% right: a scaled, strided copy of the whole input per weight of the kernel
def transposed2d(x, kernel, stride=1):
    reach = [(n - 1) * stride + 1 for n in x.shape]
    y = np.zeros((reach[0] + kernel.shape[0] - 1, reach[1] + kernel.shape[1] - 1))
    for (i, j), weight in np.ndenumerate(kernel):
        y[i:i + reach[0]:stride, j:j + reach[1]:stride] += weight * x
    return y
