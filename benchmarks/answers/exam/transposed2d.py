# %% wrong: Kronecker product, the stamps always stand side by side
def transposed2d(x, kernel, stride=1):
    return np.kron(x, kernel)

# %% wrong: pixels spread and padded, but the kernel is laid on without turning it
def transposed2d(x, kernel, stride=1):
    (h, w), (kh, kw) = x.shape, kernel.shape
    apart = np.zeros(((h - 1) * stride + 1, (w - 1) * stride + 1))
    apart[::stride, ::stride] = x
    apart = np.pad(apart, ((kh - 1, kh - 1), (kw - 1, kw - 1)))
    windows = np.lib.stride_tricks.sliding_window_view(apart, kernel.shape)
    return np.einsum("hwij,ij->hw", windows, kernel)

# %% wrong: the stamp is written with =, overlaps are lost
def transposed2d(x, kernel, stride=1):
    (h, w), (kh, kw) = x.shape, kernel.shape
    y = np.zeros(((h - 1) * stride + kh, (w - 1) * stride + kw))
    for r in range(h):
        for c in range(w):
            y[r * stride : r * stride + kh, c * stride : c * stride + kw] = x[r, c] * kernel
    return y

# %% wrong: the output has size * stride + K rows, stride - 1 too many
def transposed2d(x, kernel, stride=1):
    (h, w), (kh, kw) = x.shape, kernel.shape
    y = np.zeros((h * stride + kh - 1, w * stride + kw - 1))
    for r in range(h):
        for c in range(w):
            y[r * stride : r * stride + kh, c * stride : c * stride + kw] += x[r, c] * kernel
    return y

# %% wrong: stamps stand one pixel apart, the stride is only in the size
def transposed2d(x, kernel, stride=1):
    (h, w), (kh, kw) = x.shape, kernel.shape
    y = np.zeros(((h - 1) * stride + kh, (w - 1) * stride + kw))
    for r in range(h):
        for c in range(w):
            y[r : r + kh, c : c + kw] += x[r, c] * kernel
    return y

# %% wrong: the output has the type of x, UFuncTypeError for whole x and a kernel with fractions
def transposed2d(x, kernel, stride=1):
    (h, w), (kh, kw) = x.shape, kernel.shape
    y = np.zeros(((h - 1) * stride + kh, (w - 1) * stride + kw), x.dtype)
    for r in range(h):
        for c in range(w):
            y[r * stride : r * stride + kh, c * stride : c * stride + kw] += x[r, c] * kernel
    return y

# %% right: tap by tap, one strided slice each
def transposed2d(x, kernel, stride=1):
    (h, w), (kh, kw) = x.shape, kernel.shape
    y = np.zeros(((h - 1) * stride + kh, (w - 1) * stride + kw))
    for i in range(kh):
        for j in range(kw):
            y[i : i + (h - 1) * stride + 1 : stride, j : j + (w - 1) * stride + 1 : stride] += kernel[i, j] * x
    return y

# %% right: spread the pixels, pad, correlate with the turned kernel
def transposed2d(x, kernel, stride=1):
    (h, w), (kh, kw) = x.shape, kernel.shape
    apart = np.zeros(((h - 1) * stride + 2 * kh - 1, (w - 1) * stride + 2 * kw - 1))
    apart[kh - 1 : kh + (h - 1) * stride : stride, kw - 1 : kw + (w - 1) * stride : stride] = x
    windows = np.lib.stride_tricks.sliding_window_view(apart, kernel.shape)
    return np.einsum("hwij,ij->hw", windows, kernel[::-1, ::-1])
