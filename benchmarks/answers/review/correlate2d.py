# %% wrong: the output array is of integers, so fractions are cut off
def correlate2d(x, kernel):
    kh, kw = kernel.shape
    out = np.zeros((x.shape[0] - kh + 1, x.shape[1] - kw + 1), dtype=int)
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = np.sum(x[i:i + kh, j:j + kw] * kernel)
    return out
# %% wrong: matrix product of window and kernel in place of the product number by number (ValueError unless the kernel is square)
def correlate2d(x, kernel):
    kh, kw = kernel.shape
    out = np.zeros((x.shape[0] - kh + 1, x.shape[1] - kw + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = np.sum(x[i:i + kh, j:j + kw] @ kernel)
    return out
# %% wrong: the return stands inside the loop over the rows, so only the first row is filled
def correlate2d(x, kernel):
    kh, kw = kernel.shape
    out = np.zeros((x.shape[0] - kh + 1, x.shape[1] - kw + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            window = x[i:i + kh, j:j + kw]
            out[i, j] = np.sum(window * kernel)
        return out
# %% right: one loop over the taps of the kernel
def correlate2d(x, kernel):
    kh, kw = kernel.shape
    h, w = x.shape[0] - kh + 1, x.shape[1] - kw + 1
    total = np.zeros((h, w))
    for u in range(kh):
        for v in range(kw):
            total = total + kernel[u, v] * x[u:u + h, v:v + w]
    return total
