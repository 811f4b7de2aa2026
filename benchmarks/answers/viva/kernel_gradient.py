# %% wrong: the error is target less output instead of output less target, so the gradient has the wrong sign
def kernel_gradient(x, kernel, target):
    def correlate2d(x, k):
        return np.einsum("hwij,ij->hw", np.lib.stride_tricks.sliding_window_view(x, k.shape), k)

    errors = target - correlate2d(x, kernel)
    return 2 * correlate2d(x, errors)
# %% wrong: two mistakes: the factor 2 is missing, and the mean over the outputs is taken instead of the sum
def kernel_gradient(x, kernel, target):
    kh, kw = kernel.shape
    h, w = target.shape
    output = np.zeros((h, w))
    for i in range(kh):
        for j in range(kw):
            output += kernel[i, j] * x[i : i + h, j : j + w]
    error = output - target
    grad = np.zeros((kh, kw))
    for i in range(kh):
        for j in range(kw):
            grad[i, j] = np.mean(error * x[i : i + h, j : j + w])
    return grad
# %% wrong: the error map is turned by 180 degrees before it slides over x, a convolution instead of a cross-correlation
def kernel_gradient(x, kernel, target):
    slide = np.lib.stride_tricks.sliding_window_view
    errors = np.tensordot(slide(x, kernel.shape), kernel, 2) - target
    turned = errors[::-1, ::-1]
    return 2 * np.tensordot(slide(x, turned.shape), turned, 2)
# %% wrong: nudges the weights of the given kernel itself and does not put them back, so the argument is changed and the slopes of the later weights are taken at another kernel (in a kernel of whole numbers the nudge is cut off as well)
def kernel_gradient(x, kernel, target):
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)

    def error():
        return np.sum((np.einsum("hwij,ij->hw", windows, kernel) - target) ** 2)

    nudge = 0.001
    slopes = np.zeros(kernel.shape)
    for i in range(kernel.shape[0]):
        for j in range(kernel.shape[1]):
            kernel[i, j] += nudge
            above = error()
            kernel[i, j] -= 2 * nudge
            below = error()
            slopes[i, j] = (above - below) / (2 * nudge)
    return slopes
# %% right: windows as rows of a matrix, then the gradient of least squares
def kernel_gradient(x, kernel, target):
    A = np.lib.stride_tricks.sliding_window_view(x, kernel.shape).reshape(-1, kernel.size)
    residual = A @ kernel.ravel() - target.ravel()
    return (2 * A.T @ residual).reshape(kernel.shape)
