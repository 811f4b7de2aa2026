# %% wrong: the gradient comes out turned by 180 degrees (true convolution of the input with the error map)
def kernel_gradient(x, kernel, target):
    def correlate(a, b):
        h, w = a.shape[0] - b.shape[0] + 1, a.shape[1] - b.shape[1] + 1
        return np.array([[np.sum(a[r : r + b.shape[0], c : c + b.shape[1]] * b)
                          for c in range(w)] for r in range(h)])

    delta = correlate(x, kernel) - target
    return 2 * np.rot90(correlate(x, delta), 2)
# %% wrong: slopes by nudging each weight upwards only, by 0.001: near the gradient, but not equal to it
def kernel_gradient(x, kernel, target):
    kh, kw = kernel.shape
    h, w = target.shape

    def error(k):
        total = 0.0
        for r in range(h):
            for c in range(w):
                total += (np.sum(x[r : r + kh, c : c + kw] * k) - target[r, c]) ** 2
        return total

    start = error(kernel)
    gradient = np.zeros((kh, kw))
    for i in range(kh):
        for j in range(kw):
            nudged = np.array(kernel, dtype=float)
            nudged[i, j] += 0.001
            gradient[i, j] = (error(nudged) - start) / 0.001
    return gradient
# %% wrong: two mistakes: the errors are target less output, and the factor 2 is missing
def kernel_gradient(x, kernel, target):
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    residual = target - np.einsum("hwij,ij->hw", windows, kernel)
    return np.einsum("hwij,hw->ij", windows, residual)
# %% right: normal equations: one row of a matrix for each window
def kernel_gradient(x, kernel, target):
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    A = windows.reshape(-1, kernel.size).astype(float)
    k = kernel.reshape(-1)
    return (2 * A.T @ (A @ k - target.reshape(-1))).reshape(kernel.shape)
