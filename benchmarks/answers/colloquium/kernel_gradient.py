# %% wrong: gradient of the mean of the squared errors in place of their sum: it is divided by the number of outputs
def kernel_gradient(x, kernel, target):
    kh, kw = kernel.shape
    h, w = target.shape
    windows = np.lib.stride_tricks.sliding_window_view(x, (kh, kw))
    errors = np.einsum("hwij,ij->hw", windows, kernel) - target
    grad = np.zeros((kh, kw))
    for i in range(kh):
        for j in range(kw):
            grad[i, j] = 2 * np.mean(errors * x[i:i+h, j:j+w])
    return grad
# %% wrong: nudges each weight up only, by 0.01, and divides by that: a one-sided difference, which misses the true slope by 0.01 times the sum of the squared pixels of the frame
def kernel_gradient(x, kernel, target):
    def error(k):
        windows = np.lib.stride_tricks.sliding_window_view(x, k.shape)
        return np.sum(((windows * k).sum(axis=(2, 3)) - target) ** 2)

    nudge = 0.01
    gradient = np.zeros(kernel.shape)
    for i in range(kernel.shape[0]):
        for j in range(kernel.shape[1]):
            nudged = kernel.astype(float)
            nudged[i, j] += nudge
            gradient[i, j] = (error(nudged) - error(kernel)) / nudge
    return gradient
# %% wrong: the gradient is turned by 180 degrees at the end, as for true convolution, so the slopes stand at the wrong weights
def kernel_gradient(x, kernel, target):
    def corr(a, k):
        v = np.lib.stride_tricks.sliding_window_view(a, k.shape)
        return np.einsum("hwij,ij->hw", v, k)
    diff = corr(x, kernel) - target
    return 2 * corr(x, diff)[::-1, ::-1]
# %% wrong: two mistakes: the error is taken as target less output, so the sign is wrong, and the factor 2 is missing
def kernel_gradient(x, kernel, target):
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    prediction = np.einsum("hwij,ij->hw", windows, kernel)
    return np.einsum("hw,hwij->ij", target - prediction, windows)
# %% right: add up the windows, each weighted by its error
def kernel_gradient(x, kernel, target):
    kh, kw = kernel.shape
    slope = np.zeros((kh, kw))
    for (r, c), wanted in np.ndenumerate(target):
        window = x[r : r + kh, c : c + kw]
        slope += 2 * (np.vdot(window, kernel) - wanted) * window
    return slope
