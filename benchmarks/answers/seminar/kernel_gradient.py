# %% wrong: the sign is reversed: the error map is target less output
def kernel_gradient(x, kernel, target):
    view = np.lib.stride_tricks.sliding_window_view
    out = np.einsum("hwij,ij->hw", view(x, kernel.shape), kernel)
    error = target - out
    return 2 * np.einsum("hwij,ij->hw", view(x, error.shape), error)
# %% wrong: the factor 2 is missing
def kernel_gradient(x, kernel, target):
    kh, kw = kernel.shape
    h, w = target.shape
    err = np.zeros((h, w))
    for r in range(h):
        for c in range(w):
            err[r, c] = np.sum(x[r:r + kh, c:c + kw] * kernel) - target[r, c]
    grad = np.zeros((kh, kw))
    for i in range(kh):
        for j in range(kw):
            grad[i, j] = np.sum(x[i:i + h, j:j + w] * err)
    return grad
# %% wrong: slopes by a nudge of 0.1 to one side only (up), so each is too large by 0.1 times the sum of its squared pixels
def kernel_gradient(x, kernel, target):
    def loss(k):
        w = np.lib.stride_tricks.sliding_window_view(x, k.shape)
        return np.sum(((w * k).sum(axis=(2, 3)) - target) ** 2)
    d = 0.1
    g = np.zeros(kernel.shape)
    for idx in np.ndindex(kernel.shape):
        k2 = kernel.astype(float)   # a copy
        k2[idx] += d
        g[idx] = (loss(k2) - loss(kernel)) / d
    return g
# %% wrong: the gradient comes out turned by 180 degrees; shows for kernels larger than 1x1
def kernel_gradient(x, kernel, target):
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    diff = np.tensordot(windows, kernel, axes=2) - target
    grad = 2 * np.sum(windows * diff[:, :, None, None], axis=(0, 1))
    return grad[::-1, ::-1]
# %% right: all windows as rows of a matrix, least squares style
def kernel_gradient(x, kernel, target):
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    A = windows.reshape(-1, kernel.size).astype(float)
    residual = A @ kernel.reshape(-1) - np.reshape(target, -1)
    return (2 * A.T @ residual).reshape(kernel.shape)
