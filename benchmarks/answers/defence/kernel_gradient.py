# %% wrong: nudges each weight by 0.001 in one direction only and divides by the nudge, so each slope is too large by 0.001 times the sum of the squared pixels
def kernel_gradient(x, kernel, target):
    def correlate2d(x, k):
        windows = np.lib.stride_tricks.sliding_window_view(x, k.shape)
        return np.einsum("hwij,ij->hw", windows, k)

    def error(k):
        return np.sum((correlate2d(x, k) - target) ** 2)

    nudge = 0.001
    gradient = np.zeros(kernel.shape)
    for i in range(kernel.shape[0]):
        for j in range(kernel.shape[1]):
            nudged = kernel.astype(float)
            nudged[i, j] += nudge
            gradient[i, j] = (error(nudged) - error(kernel)) / nudge
    return gradient
# %% wrong: two mistakes: the error is target less output, so the sign is turned, and the factor 2 is missing
def kernel_gradient(x, kernel, target):
    def correlate2d(x, k):
        windows = np.lib.stride_tricks.sliding_window_view(x, k.shape)
        return np.einsum("hwij,ij->hw", windows, k)

    errors = target - correlate2d(x, kernel)
    return correlate2d(x, errors)
# %% wrong: the error map is turned by 180 degrees before it is slid over x
def kernel_gradient(x, kernel, target):
    def correlate2d(x, k):
        kh, kw = k.shape
        H, W = x.shape
        return np.array([[np.sum(x[r:r + kh, c:c + kw] * k) for c in range(W - kw + 1)]
                         for r in range(H - kh + 1)])

    errors = correlate2d(x, kernel) - target
    return 2 * correlate2d(x, errors[::-1, ::-1])
# %% wrong: the pixels are multiplied by the squared errors instead of by the errors
def kernel_gradient(x, kernel, target):
    kh, kw = kernel.shape
    h, w = target.shape
    out = np.zeros((h, w))
    for r in range(h):
        for c in range(w):
            out[r, c] = np.sum(x[r:r + kh, c:c + kw] * kernel)
    squared_errors = (out - target) ** 2
    grad = np.zeros((kh, kw))
    for i in range(kh):
        for j in range(kw):
            grad[i, j] = 2 * np.sum(x[i:i + h, j:j + w] * squared_errors)
    return grad
# %% right: a linear map: least squares with the matrix of windows
def kernel_gradient(x, kernel, target):
    kernel = np.asarray(kernel)
    A = np.lib.stride_tricks.sliding_window_view(x, kernel.shape).reshape(-1, kernel.size)
    residual = A @ kernel.ravel() - np.ravel(target)
    return (2 * A.T @ residual).reshape(kernel.shape)
