# %% wrong: the kernel is not turned, it is the cross-correlation
def convolve2d(x, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    return np.sum(windows * kernel, axis=(2, 3))
# %% wrong: only the rows of the kernel are reversed, not the columns
def convolve2d(x, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    return np.sum(windows * kernel[::-1], axis=(2, 3))
# %% wrong: only the columns of the kernel are reversed, not the rows
def convolve2d(x, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    return np.sum(windows * kernel[:, ::-1], axis=(2, 3))
# %% wrong: the kernel is transposed instead of turned
def convolve2d(x, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.T.shape)
    return np.sum(windows * kernel.T, axis=(2, 3))
# %% wrong: the kernel is turned by 90 degrees, not by 180
def convolve2d(x, kernel):
    turned = np.rot90(kernel)
    windows = np.lib.stride_tricks.sliding_window_view(x, turned.shape)
    return np.sum(windows * turned, axis=(2, 3))
# %% wrong: the kernel is turned twice, so not at all
def convolve2d(x, kernel):
    turned = kernel[::-1, ::-1]
    kh, kw = kernel.shape
    out = np.zeros((x.shape[0] - kh + 1, x.shape[1] - kw + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            for a in range(kh):
                for b in range(kw):
                    out[i, j] += x[i + a, j + b] * turned[kh - 1 - a, kw - 1 - b]
    return out
# %% wrong: the turned kernel is also transposed
def convolve2d(x, kernel):
    turned = kernel[::-1, ::-1].T
    windows = np.lib.stride_tricks.sliding_window_view(x, turned.shape)
    return np.sum(windows * turned, axis=(2, 3))
# %% wrong: full convolution, with zeros around the image
def convolve2d(x, kernel):
    kh, kw = kernel.shape
    padded = np.pad(x, ((kh - 1, kh - 1), (kw - 1, kw - 1)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, kernel.shape)
    return np.sum(windows * kernel[::-1, ::-1], axis=(2, 3))
# %% wrong: turns the caller's kernel in place (the values returned are right)
def convolve2d(x, kernel):
    kernel[:] = kernel[::-1, ::-1].copy()
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    return np.sum(windows * kernel, axis=(2, 3))
# %% wrong: IndexError, the turned index kernel[kh - a, kw - b] is off by one
def convolve2d(x, kernel):
    kh, kw = kernel.shape
    out = np.zeros((x.shape[0] - kh + 1, x.shape[1] - kw + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            for a in range(kh):
                for b in range(kw):
                    out[i, j] += x[i + a, j + b] * kernel[kh - a, kw - b]
    return out
# %% wrong: the sign of the kernel is reversed instead of its order
def convolve2d(x, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    return np.sum(windows * -kernel, axis=(2, 3))
# %% right: correlation with the turned kernel
def convolve2d(x, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    return np.sum(windows * kernel[::-1, ::-1], axis=(2, 3))
# %% right: turned index in four loops
def convolve2d(x, kernel):
    kh, kw = kernel.shape
    out = np.zeros((x.shape[0] - kh + 1, x.shape[1] - kw + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            for a in range(kh):
                for b in range(kw):
                    out[i, j] += x[i + a, j + b] * kernel[kh - 1 - a, kw - 1 - b]
    return out
# %% right: rot90 twice
def convolve2d(x, kernel):
    turned = np.rot90(kernel, 2)
    kh, kw = turned.shape
    return np.array([[np.sum(x[i : i + kh, j : j + kw] * turned)
                      for j in range(x.shape[1] - kw + 1)] for i in range(x.shape[0] - kh + 1)])
