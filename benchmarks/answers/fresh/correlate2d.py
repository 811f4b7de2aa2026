# %% wrong: zeros_like(x) buffer, integer images truncate float kernels
def correlate2d(x, kernel):
    kh, kw = kernel.shape
    out = np.zeros_like(x)[: x.shape[0] - kh + 1, : x.shape[1] - kw + 1]
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = np.sum(x[i : i + kh, j : j + kw] * kernel)
    return out
# %% wrong: uses @ (matrix product) between window and kernel
def correlate2d(x, kernel):
    kh, kw = kernel.shape
    H, W = x.shape
    out = np.zeros((H - kh + 1, W - kw + 1))
    for i in range(H - kh + 1):
        for j in range(W - kw + 1):
            out[i, j] = np.sum(x[i:i+kh, j:j+kw] @ kernel.T)
    return out
# %% wrong: flips the kernel in both directions (true convolution)
def correlate2d(x, kernel):
    flipped = np.flip(kernel)
    view = np.lib.stride_tricks.sliding_window_view(x, flipped.shape)
    return np.einsum("abij,ij->ab", view, flipped)
# %% wrong: the loop bounds for rows and columns are swapped (fine for a square answer)
def correlate2d(x, kernel):
    H, W = x.shape
    h, w = kernel.shape
    res = np.zeros((W - w + 1, H - h + 1))
    for i in range(W - w + 1):
        for j in range(H - h + 1):
            res[i, j] = (x[j:j + h, i:i + w] * kernel).sum()
    return res
# %% wrong: += with the sum outside the inner loop, only the last kernel column is counted
def correlate2d(x, kernel):
    kh, kw = kernel.shape
    out = np.zeros((x.shape[0] - kh + 1, x.shape[1] - kw + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            total = 0
            for u in range(kh):
                for v in range(kw):
                    product = x[i + u, j + v] * kernel[u, v]
                total += product
            out[i, j] = total
    return out
# %% wrong: shape H - K_H without + 1 when the kernel is even, for "symmetry"
def correlate2d(x, kernel):
    kh, kw = kernel.shape
    H, W = x.shape
    rh, rw = kh // 2, kw // 2
    out = np.zeros((H - 2 * rh, W - 2 * rw))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = np.sum(x[i:i + kh, j:j + kw] * kernel)
    return out
# %% wrong: FFT with circular wrap cut at the wrong end (keeps the wrapped part)
def correlate2d(x, kernel):
    H, W = x.shape
    kh, kw = kernel.shape
    F = np.fft.fft2(x)
    G = np.conj(np.fft.fft2(kernel, s=(H, W)))
    y = np.real(np.fft.ifft2(F * G))
    return y[kh - 1:, kw - 1:]
# %% wrong: global result buffer reused between calls of the same shape, an earlier answer changes
_buffers = {}
def correlate2d(x, kernel):
    kh, kw = kernel.shape
    shape = (x.shape[0] - kh + 1, x.shape[1] - kw + 1)
    out = _buffers.setdefault(shape, np.zeros(shape))
    for i in range(shape[0]):
        for j in range(shape[1]):
            out[i, j] = np.sum(x[i:i + kh, j:j + kw] * kernel)
    return out
# %% right: fft
def correlate2d(x, kernel):
    H, W = x.shape
    kh, kw = kernel.shape
    spectrum = np.fft.fft2(x) * np.conj(np.fft.fft2(kernel, s=(H, W)))
    return np.fft.ifft2(spectrum).real[:H - kh + 1, :W - kw + 1]
# %% right: comprehension
def correlate2d(x, kernel):
    kh, kw = kernel.shape
    rows = range(x.shape[0] - kh + 1)
    cols = range(x.shape[1] - kw + 1)
    return np.array([[np.multiply(x[r:r + kh, c:c + kw], kernel).sum() for c in cols] for r in rows])
