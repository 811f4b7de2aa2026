# %% wrong: the error is target less output, so every slope has the wrong sign
def kernel_gradient(x, kernel, target):
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    output = np.einsum("hwij,ij->hw", windows, kernel)
    errors = target - output
    return 2 * np.einsum("hwij,hw->ij", windows, errors)
# %% wrong: the mean over the windows in place of the sum; shows when there is more than one window
def kernel_gradient(x, kernel, target):
    def corr(a, k):
        h, w = a.shape[0] - k.shape[0] + 1, a.shape[1] - k.shape[1] + 1
        return np.array([[np.sum(a[r:r + k.shape[0], c:c + k.shape[1]] * k) for c in range(w)]
                         for r in range(h)])
    diff = corr(x, kernel) - target
    grad = np.zeros(kernel.shape)
    for i in range(kernel.shape[0]):
        for j in range(kernel.shape[1]):
            frame = x[i:i + diff.shape[0], j:j + diff.shape[1]]
            grad[i, j] = np.mean(2 * diff * frame)
    return grad
# %% wrong: the gradient is turned by 180 degrees, each slope stands in the place of the opposite weight
def kernel_gradient(x, kernel, target):
    def corr(a, k):
        v = np.lib.stride_tricks.sliding_window_view(a, k.shape)
        return (v * k).sum(axis=(-1, -2))
    e = corr(x, kernel) - target
    # backwards = flip
    return 2 * corr(x, e)[::-1, ::-1]
# %% wrong: both loops run over the kernel's height; in a wide kernel the last columns stay 0, a tall one raises an IndexError
def kernel_gradient(x, kernel, target):
    k = len(kernel)
    kw = kernel.shape[1]
    h, w = target.shape
    err = np.zeros((h, w))
    for r in range(h):
        for c in range(w):
            err[r, c] = np.sum(x[r:r + k, c:c + kw] * kernel) - target[r, c]
    g = np.zeros(kernel.shape)
    for i in range(k):
        for j in range(k):
            g[i, j] = 2 * np.sum(err * x[i:i + h, j:j + w])
    return g
# %% right: a least-squares problem, 2 Aᵀ(A k − t), with one row of A for each window
def kernel_gradient(x, kernel, target):
    h, w = target.shape
    kh, kw = kernel.shape
    A = np.array([x[r:r + kh, c:c + kw].ravel() for r in range(h) for c in range(w)])
    residual = A @ kernel.ravel() - target.ravel()
    return (2 * A.T @ residual).reshape(kh, kw)
