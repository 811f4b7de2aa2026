# %% wrong: the factor 2 from the derivative of the square is forgotten, so the gradient is half as large
def kernel_gradient(x, kernel, target):
    def corr(a, k):
        windows = np.lib.stride_tricks.sliding_window_view(a, k.shape)
        return np.einsum("hwij,ij->hw", windows, k)
    errors = corr(x, kernel) - target
    return corr(x, errors)
# %% wrong: the errors are computed as if the kernel were all zeros (0 - target); the values of the given kernel are ignored
def kernel_gradient(x, kernel, target):
    errors = np.zeros(target.shape) - target
    height, width = errors.shape
    gradient = np.zeros(kernel.shape)
    for i in range(kernel.shape[0]):
        for j in range(kernel.shape[1]):
            pixels = x[i : i + height, j : j + width]
            gradient[i, j] = 2 * np.sum(errors * pixels)
    return gradient
# %% wrong: row and column of the frame are exchanged: for weight (i, j) the frame begins at (j, i), so a square kernel's gradient comes out transposed and a non-square kernel usually raises ValueError
def kernel_gradient(x, kernel, target):
    a, b = kernel.shape
    h, w = target.shape
    out = np.array([[np.sum(x[r:r + a, c:c + b] * kernel) for c in range(w)] for r in range(h)])
    d = out - target
    g = np.zeros((a, b))
    for i in range(a):
        for j in range(b):
            g[i, j] = 2 * np.sum(d * x[j:j + h, i:i + w])
    return g
# %% wrong: two mistakes: the error is target less output, so the sign of the gradient is wrong, and the mean over the error map is taken instead of the sum
def kernel_gradient(x, kernel, target):
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    prediction = (windows * kernel).sum(axis=(2, 3))
    difference = target - prediction
    return 2 * (windows * difference[:, :, None, None]).mean(axis=(0, 1))
# %% right: central differences, exact because the error is quadratic in each weight
def kernel_gradient(x, kernel, target):
    x, start = np.asarray(x, float), np.asarray(kernel, float)
    windows = np.lib.stride_tricks.sliding_window_view(x, start.shape)

    def error(k):
        return np.sum((np.tensordot(windows, k, axes=2) - target) ** 2)

    slopes = np.zeros(start.shape)
    for place in np.ndindex(*start.shape):
        nudge = np.zeros(start.shape)
        nudge[place] = 1.0
        slopes[place] = (error(start + nudge) - error(start - nudge)) / 2
    return slopes
