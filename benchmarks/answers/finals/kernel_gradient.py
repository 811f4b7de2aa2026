# %% wrong: the sign of the error is turned, target minus output, as if one wanted to add the gradient
def kernel_gradient(x, kernel, target):
    from numpy.lib.stride_tricks import sliding_window_view
    out = np.einsum("hwij,ij->hw", sliding_window_view(x, kernel.shape), kernel)
    residual = target - out
    return 2 * np.einsum("hwij,hw->ij", sliding_window_view(x, kernel.shape), residual)
# %% wrong: the mean of the squares is differentiated, not the sum: divided by the number of outputs
def kernel_gradient(x, kernel, target):
    kh, kw = kernel.shape
    oh, ow = target.shape
    predicted = np.zeros((oh, ow))
    for i in range(oh):
        for j in range(ow):
            predicted[i, j] = np.sum(x[i:i + kh, j:j + kw] * kernel)
    diff = predicted - target
    grad = np.zeros((kh, kw))
    for i in range(kh):
        for j in range(kw):
            grad[i, j] = 2 * np.mean(x[i:i + oh, j:j + ow] * diff)
    return grad
# %% wrong: the derivative of the square is forgotten, the error map is squared instead
def kernel_gradient(x, kernel, target):
    def corr(a, b):
        h, w = b.shape
        return np.array([[np.sum(a[r:r + h, c:c + w] * b) for c in range(a.shape[1] - w + 1)]
                         for r in range(a.shape[0] - h + 1)])
    return corr(x, (corr(x, kernel) - target) ** 2)
# %% wrong: the frame of weight (i, j) begins at (j, i): rows and columns exchanged; with a non-square kernel it raises a ValueError or sums the wrong pixels
def kernel_gradient(x, kernel, target):
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    e = (windows * kernel).sum(axis=(2, 3)) - target
    h, w = e.shape
    g = np.zeros(kernel.shape)
    for i, j in np.ndindex(kernel.shape):
        g[i, j] = 2 * (x[j:j + h, i:i + w] * e).sum()
    return g
# %% right: as a least-squares problem, the matrix of windows transposed times the residual
def kernel_gradient(x, kernel, target):
    A = np.lib.stride_tricks.sliding_window_view(x, kernel.shape).reshape(target.size, kernel.size)
    residual = A @ kernel.reshape(-1) - target.reshape(-1)
    return (2 * A.T @ residual).reshape(kernel.shape)
