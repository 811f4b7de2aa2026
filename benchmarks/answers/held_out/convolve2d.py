# %% wrong: forgot to turn the kernel, a cross-correlation
def convolve2d(x, kernel):
    m, n = kernel.shape
    return np.array([[np.vdot(x[r : r + m, c : c + n], kernel)
                      for c in range(x.shape[1] - n + 1)] for r in range(x.shape[0] - m + 1)])
# %% wrong: kernel[::-1] turns the order of the rows only
def helper(x, k):
    out = np.zeros((x.shape[0] - k.shape[0] + 1, x.shape[1] - k.shape[1] + 1))
    for r in range(out.shape[0]):
        for c in range(out.shape[1]):
            out[r, c] = (x[r : r + k.shape[0], c : c + k.shape[1]] * k).sum()
    return out

def convolve2d(x, kernel):
    return helper(x, kernel[::-1])
# %% wrong: np.fliplr turns the order of the columns only
def helper(x, k):
    return np.einsum("rcij,ij->rc", np.lib.stride_tricks.sliding_window_view(x, k.shape), k)

def convolve2d(x, kernel):
    return helper(x, np.fliplr(kernel))
# %% wrong: the image is turned instead of the kernel, and the result is not turned back
def convolve2d(x, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(x[::-1, ::-1], kernel.shape)
    return np.einsum("rcij,ij->rc", windows, kernel)
# %% wrong: the result is turned and not the kernel
def convolve2d(x, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    return np.einsum("rcij,ij->rc", windows, kernel)[::-1, ::-1]
# %% wrong: image and kernel are both turned, so the result is a turned correlation
def convolve2d(x, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(np.flip(x), kernel.shape)
    return np.einsum("rcij,ij->rc", windows, np.flip(kernel))
# %% wrong: one window too few in each direction
def convolve2d(x, kernel):
    k = np.rot90(kernel, 2)
    m, n = k.shape
    out = np.zeros((x.shape[0] - m, x.shape[1] - n))
    for r, c in np.ndindex(out.shape):
        out[r, c] = np.sum(k * x[r : r + m, c : c + n])
    return out
# %% wrong: the values are sorted downwards instead of reversed
def convolve2d(x, kernel):
    k = np.sort(kernel.ravel())[::-1].reshape(kernel.shape)
    windows = np.lib.stride_tricks.sliding_window_view(x, k.shape)
    return np.einsum("rcij,ij->rc", windows, k)
# %% wrong: the kernel is reversed in place by swapping, so the caller's kernel stays changed (the values are right)
def convolve2d(x, kernel):
    flat = kernel.reshape(-1)
    for i in range(kernel.size // 2):
        flat[i], flat[-1 - i] = flat[-1 - i], flat[i]
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    return np.einsum("rcij,ij->rc", windows, kernel)
# %% wrong: RecursionError, the function calls itself instead of correlate2d
def convolve2d(x, kernel):
    return convolve2d(x, kernel[::-1, ::-1])
# %% wrong: elementwise product of windows summed over one axis only
def convolve2d(x, kernel):
    k = kernel[::-1, ::-1]
    windows = np.lib.stride_tricks.sliding_window_view(x, k.shape)
    return np.sum(windows * k, axis=-1)
# %% right: np.flip and einsum
def convolve2d(x, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    return np.einsum("rcij,ij->rc", windows, np.flip(kernel))
# %% right: scatter into the full convolution, then cut out the valid part
def convolve2d(x, kernel):
    h, w = x.shape
    m, n = kernel.shape
    full = np.zeros((h + m - 1, w + n - 1))
    for i in range(m):
        for j in range(n):
            full[i : i + h, j : j + w] += kernel[i, j] * x
    return full[m - 1 : h, n - 1 : w]
# %% right: np.convolve of the rows
def convolve2d(x, kernel):
    m = kernel.shape[0]
    rows = []
    for r in range(x.shape[0] - m + 1):
        rows.append(sum(np.convolve(x[r + m - 1 - i], kernel[i], "valid") for i in range(m)))
    return np.stack(rows)
# %% right: Fourier transform
def convolve2d(x, kernel):
    shape = (x.shape[0] + kernel.shape[0] - 1, x.shape[1] + kernel.shape[1] - 1)
    product = np.fft.rfft2(x, shape) * np.fft.rfft2(kernel, shape)
    full = np.fft.irfft2(product, shape)
    return full[kernel.shape[0] - 1 : x.shape[0], kernel.shape[1] - 1 : x.shape[1]]
