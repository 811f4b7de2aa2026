# %% wrong: the errors are those of a kernel of zeros (0 - target), the given kernel is used for its shape only; shows when the kernel is not all 0
def kernel_gradient(x, kernel, target):
    err = np.zeros(target.shape) - target
    h, w = err.shape
    grad = np.zeros(kernel.shape)
    for i in range(kernel.shape[0]):
        for j in range(kernel.shape[1]):
            grad[i, j] = 2 * np.sum(err * x[i:i+h, j:j+w])
    return grad
# %% wrong: the gradient is always 3×3; shows when the kernel has another shape: the wrong shape, and mostly a crash when a side is less than 3
def kernel_gradient(x, kernel, target):
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    errors = (windows * kernel).sum(axis=(2, 3)) - target
    height, width = errors.shape
    g = np.zeros((3, 3))
    for i in range(3):
        for j in range(3):
            g[i, j] = 2 * (x[i:i + height, j:j + width] * errors).sum()
    return g
# %% wrong: the gradient stands turned by 180 degrees; shows when the kernel has more than one weight
def kernel_gradient(x, kernel, target):
    def corr(a, k):
        v = np.lib.stride_tricks.sliding_window_view(a, k.shape)
        return np.einsum("hwij,ij->hw", v, k)
    errors = corr(x, kernel) - target
    # backwards, so the kernel must be turned
    return 2 * corr(x, errors)[::-1, ::-1]
# %% wrong: two mistakes: the errors are target less output, so the sign is wrong, and the factor 2 is missing
def kernel_gradient(x, kernel, target):
    kh, kw = kernel.shape
    oh, ow = target.shape
    out = np.zeros((oh, ow))
    for r in range(oh):
        for c in range(ow):
            out[r, c] = np.sum(x[r:r+kh, c:c+kw] * kernel)
    diff = target - out
    return np.array([[np.sum(diff * x[i:i+oh, j:j+ow]) for j in range(kw)] for i in range(kh)])
# %% right: all windows as rows of a matrix A, then 2 Aᵀ(Ak - t)
def kernel_gradient(x, kernel, target):
    A = np.lib.stride_tricks.sliding_window_view(x, kernel.shape).reshape(-1, kernel.size)
    r = A @ kernel.reshape(-1) - np.asarray(target).reshape(-1)
    return (2 * (A.T @ r)).reshape(kernel.shape)
