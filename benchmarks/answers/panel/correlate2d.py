# %% wrong: takes the kernel as square, its height is also used as its width; shows when the two differ, mostly as a crash
def correlate2d(x, kernel):
    k = kernel.shape[0]
    H, W = x.shape
    out = np.zeros((H - k + 1, W - k + 1))
    for i in range(H - k + 1):
        for j in range(W - k + 1):
            out[i, j] = np.sum(x[i:i+k, j:j+k] * kernel)
    return out
# %% wrong: the sum is not set back to 0 for a new column, it runs on through each row of the output; shows when the output is more than one column wide
def correlate2d(x, kernel):
    kh, kw = kernel.shape
    oh = x.shape[0] - kh + 1
    ow = x.shape[1] - kw + 1
    result = np.zeros((oh, ow))
    for r in range(oh):
        total = 0.0
        for c in range(ow):
            for a in range(kh):
                for b in range(kw):
                    total += x[r + a, c + b] * kernel[a, b]
            result[r, c] = total
    return result
# %% wrong: the loops end one too early, the last row and the last column of the output stay 0
def correlate2d(x, kernel):
    kernel_height, kernel_width = kernel.shape
    height, width = x.shape
    output = np.zeros((height - kernel_height + 1, width - kernel_width + 1))
    for row in range(height - kernel_height):
        for column in range(width - kernel_width):
            window = x[row:row + kernel_height, column:column + kernel_width]
            output[row, column] = (window * kernel).sum()
    return output
# %% wrong: the output has the type of x, so with whole numbers in x and fractions in the kernel the fractions are cut off
def correlate2d(x, kernel):
    win = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    return np.einsum("hwij,ij->hw", win, kernel).astype(x.dtype)
# %% right: one shifted copy of the image for each weight, added up
def correlate2d(x, kernel):
    kh, kw = kernel.shape
    oh, ow = x.shape[0] - kh + 1, x.shape[1] - kw + 1
    y = np.zeros((oh, ow))
    for (a, b), weight in np.ndenumerate(kernel):
        y = y + weight * x[a:a + oh, b:b + ow]
    return y
