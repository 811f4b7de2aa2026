# %% wrong: = in place of +=, so where stamps overlap only the last one remains; shows when the stride is smaller than the kernel
def transposed2d(x, kernel, stride=1):
    H, W = x.shape
    kh, kw = kernel.shape
    out = np.zeros(((H - 1) * stride + kh, (W - 1) * stride + kw))
    for r in range(H):
        for c in range(W):
            out[r*stride:r*stride+kh, c*stride:c*stride+kw] = x[r, c] * kernel
    return out
# %% wrong: the kernel is stamped turned by 180 degrees; shows unless the kernel is symmetric
def transposed2d(x, kernel, stride=1):
    k = kernel[::-1, ::-1]
    rows = (x.shape[0] - 1) * stride + k.shape[0]
    cols = (x.shape[1] - 1) * stride + k.shape[1]
    canvas = np.zeros((rows, cols))
    for (i, j), v in np.ndenumerate(x):
        canvas[i * stride:i * stride + k.shape[0], j * stride:j * stride + k.shape[1]] += v * k
    return canvas
# %% wrong: the output is H * stride + K - 1 long (and the same for the width), so rows and columns of zeros are left at the end when the stride is above 1
def transposed2d(x, kernel, stride=1):
    h, w = x.shape
    KH, KW = kernel.shape
    output = np.zeros((h * stride + KH - 1, w * stride + KW - 1))
    for row in range(h):
        for column in range(w):
            top, left = row * stride, column * stride
            output[top:top + KH, left:left + KW] += x[row, column] * kernel
    return output
# %% wrong: the stride moves the stamps down only, across they are one pixel apart; shows when the stride is above 1 and x has two columns or more
def transposed2d(x, kernel, stride=1):
    n, m = x.shape
    a, b = kernel.shape
    res = np.zeros(((n - 1) * stride + a, (m - 1) * stride + b))
    for i in range(n):
        for j in range(m):
            for p in range(a):
                for q in range(b):
                    res[i * stride + p, j + q] += x[i, j] * kernel[p, q]
    return res
# %% right: one tap of the kernel at a time, whole x at once in a strided slice
def transposed2d(x, kernel, stride=1):
    (h, w), (kh, kw) = x.shape, kernel.shape
    out = np.zeros(((h - 1) * stride + kh, (w - 1) * stride + kw))
    for (i, j), tap in np.ndenumerate(kernel):
        out[i:i + (h - 1) * stride + 1:stride, j:j + (w - 1) * stride + 1:stride] += tap * x
    return out
