# %% wrong: kernel is not turned at all: the cross-correlation
def convolve2d(x, kernel):
    kh, kw = kernel.shape
    h, w = x.shape[0] - kh + 1, x.shape[1] - kw + 1
    return np.array([[np.sum(x[i:i + kh, j:j + kw] * kernel) for j in range(w)] for i in range(h)])
# %% wrong: only the rows are reversed, not the columns (kernel[::-1])
def convolve2d(x, kernel):
    k = kernel[::-1]
    kh, kw = k.shape
    out = np.zeros((x.shape[0] - kh + 1, x.shape[1] - kw + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = np.sum(x[i:i + kh, j:j + kw] * k)
    return out
# %% wrong: transposes the kernel instead of turning it (other shape for kernels that are not square)
def convolve2d(x, kernel):
    k = kernel.T
    kh, kw = k.shape
    out = np.zeros((x.shape[0] - kh + 1, x.shape[1] - kw + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = np.sum(x[i:i + kh, j:j + kw] * k)
    return out
# %% wrong: np.rot90 once: a quarter turn
def convolve2d(x, kernel):
    k = np.rot90(kernel)
    kh, kw = k.shape
    return np.array([[(x[i:i + kh, j:j + kw] * k).sum() for j in range(x.shape[1] - kw + 1)] for i in range(x.shape[0] - kh + 1)])
# %% wrong: turns the image instead of the kernel and forgets to turn the result back
def convolve2d(x, kernel):
    x = x[::-1, ::-1]
    kh, kw = kernel.shape
    return np.array([[(x[i:i + kh, j:j + kw] * kernel).sum() for j in range(x.shape[1] - kw + 1)] for i in range(x.shape[0] - kh + 1)])
# %% right: the definition with minus signs in the index
def convolve2d(x, kernel):
    kh, kw = kernel.shape
    h, w = x.shape[0] - kh + 1, x.shape[1] - kw + 1
    out = np.zeros((h, w))
    for u in range(kh):
        for v in range(kw):
            out += kernel[u, v] * x[kh - 1 - u:kh - 1 - u + h, kw - 1 - v:kw - 1 - v + w]
    return out
