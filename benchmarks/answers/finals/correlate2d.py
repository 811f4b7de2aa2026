# %% wrong: a matrix product of window and kernel, then the sum of its entries
def correlate2d(x, kernel):
    kh, kw = kernel.shape
    out = np.zeros((x.shape[0] - kh + 1, x.shape[1] - kw + 1))
    for r in range(out.shape[0]):
        for c in range(out.shape[1]):
            out[r, c] = np.sum(x[r:r + kh, c:c + kw] @ kernel)
    return out
# %% wrong: height and width are mixed up in the output, which comes out transposed
def correlate2d(x, kernel):
    kh, kw = kernel.shape
    rows = x.shape[0] - kh + 1
    cols = x.shape[1] - kw + 1
    return np.array([[(x[i:i + kh, j:j + kw] * kernel).sum() for i in range(rows)] for j in range(cols)])
# %% wrong: done as two one-dimensional passes with the row sums and column sums of the kernel, which only fits separable kernels
def correlate2d(x, kernel):
    down = kernel.sum(axis=1)
    across = kernel.sum(axis=0)
    first = np.array([np.correlate(row, across, "valid") for row in x.astype(float)])
    return np.array([np.correlate(col, down, "valid") for col in first.T]).T
# %% wrong: through FFT without the conjugate, so it is the true convolution
def correlate2d(x, kernel):
    kh, kw = kernel.shape
    size = (x.shape[0] + kh - 1, x.shape[1] + kw - 1)
    full = np.fft.irfft2(np.fft.rfft2(x, size) * np.fft.rfft2(kernel, size), size)
    return full[kh - 1:x.shape[0], kw - 1:x.shape[1]]
# %% wrong: the loops end one step early, the last row and column of the output stay 0
def correlate2d(x, kernel):
    kh, kw = kernel.shape
    out = np.zeros((x.shape[0] - kh + 1, x.shape[1] - kw + 1))
    for i in range(x.shape[0] - kh):
        for j in range(x.shape[1] - kw):
            out[i, j] = (x[i:i + kh, j:j + kw] * kernel).sum()
    return out
# %% right: taps as shifted views, added up
def correlate2d(x, kernel):
    (H, W), (KH, KW) = x.shape, kernel.shape
    oh, ow = H - KH + 1, W - KW + 1
    return sum(kernel[u, v] * x[u:u + oh, v:v + ow] for u in range(KH) for v in range(KW))
# %% right: as_strided windows and tensordot
def correlate2d(x, kernel):
    kh, kw = kernel.shape
    shape = (x.shape[0] - kh + 1, x.shape[1] - kw + 1, kh, kw)
    view = np.lib.stride_tricks.as_strided(x, shape, x.strides * 2, writeable=False)
    return np.tensordot(view, kernel, axes=2)
