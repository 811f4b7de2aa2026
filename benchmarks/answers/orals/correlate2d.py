# %% wrong: uses the matrix product @ of window and kernel and sums it up, instead of the elementwise product; with a non-square kernel it raises ValueError
def correlate2d(x, kernel):
    kh, kw = kernel.shape
    out = np.zeros((x.shape[0] - kh + 1, x.shape[1] - kw + 1))
    for r in range(out.shape[0]):
        for c in range(out.shape[1]):
            out[r, c] = np.sum(x[r:r + kh, c:c + kw] @ kernel)
    return out
# %% wrong: the return stands inside the outer loop, so only the first row of the output is computed and the other rows stay 0
def correlate2d(x, kernel):
    kernel_height, kernel_width = kernel.shape
    height = x.shape[0] - kernel_height + 1
    width = x.shape[1] - kernel_width + 1
    output = np.zeros((height, width))
    for row in range(height):
        for column in range(width):
            window = x[row : row + kernel_height, column : column + kernel_width]
            output[row, column] = np.sum(window * kernel)
        return output
# %% wrong: the kernel's height and width are exchanged when its shape is unpacked, so only square kernels come out right; for others it raises ValueError (shapes do not broadcast) or gives an output of the wrong shape
def correlate2d(x, kernel):
    H, W = x.shape
    kw, kh = kernel.shape
    return np.array([[(x[i:i + kh, j:j + kw] * kernel).sum() for j in range(W - kw + 1)]
                     for i in range(H - kh + 1)])
# %% wrong: the output is an array of integers, so the fractional part of every sum is cut off
def correlate2d(x, kernel):
    k_h, k_w = kernel.shape
    y = np.zeros((x.shape[0] - k_h + 1, x.shape[1] - k_w + 1), dtype=int)
    for i in range(y.shape[0]):
        for j in range(y.shape[1]):
            y[i, j] = np.sum(x[i:i + k_h, j:j + k_w] * kernel)
    return y
# %% right: tap by tap, no window loop
def correlate2d(x, kernel):
    (H, W), (a, b) = x.shape, kernel.shape
    h, w = H - a + 1, W - b + 1
    total = np.zeros((h, w))
    for (i, j), weight in np.ndenumerate(kernel):
        total += weight * x[i:i + h, j:j + w]
    return total
