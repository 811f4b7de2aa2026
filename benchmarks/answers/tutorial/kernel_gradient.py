# %% wrong: the frames are written for a 3x3 kernel: ValueError for smaller kernels, only 3x3 of the slopes for larger ones
def kernel_gradient(x, kernel, target):
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    difference = np.einsum("hwij,ij->hw", windows, kernel) - target
    h, w = difference.shape
    gradient = np.zeros((3, 3))
    for i in range(3):
        for j in range(3):
            gradient[i, j] = 2 * np.sum(x[i:i + h, j:j + w] * difference)
    return gradient
# %% wrong: the error map is computed with a kernel of zeros, as in the example, and not with `kernel`; right only where the kernel is 0
def kernel_gradient(x, kernel, target):
    def corr(a, k):
        view = np.lib.stride_tricks.sliding_window_view(a, k.shape)
        return (view * k).sum(axis=(2, 3))
    error_map = corr(x, np.zeros(kernel.shape)) - target
    return 2 * corr(x, error_map)
# %% wrong: each slope is also multiplied by the weight itself (chain rule taken too far)
def kernel_gradient(x, kernel, target):
    kh, kw = kernel.shape
    h, w = target.shape
    output = np.zeros((h, w))
    for i in range(kh):
        for j in range(kw):
            output += kernel[i, j] * x[i:i + h, j:j + w]
    err = output - target
    slopes = np.zeros((kh, kw))
    for i in range(kh):
        for j in range(kw):
            slopes[i, j] = 2 * np.sum(err * x[i:i + h, j:j + w]) * kernel[i, j]
    return slopes
# %% wrong: two mistakes: a one-sided nudge of 0.1 gives only a rough slope, and the nudges are made in the caller's kernel and never taken back
def kernel_gradient(x, kernel, target):
    def error():
        view = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
        return np.sum((np.einsum("abij,ij->ab", view, kernel) - target) ** 2)
    gradient = np.zeros(kernel.shape)
    for i in range(kernel.shape[0]):
        for j in range(kernel.shape[1]):
            before = error()
            kernel[i, j] += 0.1
            gradient[i, j] = (error() - before) / 0.1
    return gradient
# %% right: einsum over the windows and the error map
def kernel_gradient(x, kernel, target):
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    residual = np.tensordot(windows, kernel, axes=([2, 3], [0, 1])) - target
    return np.einsum("hwij,hw->ij", windows, 2.0 * residual)
