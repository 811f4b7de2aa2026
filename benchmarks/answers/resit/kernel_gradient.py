# %% wrong: the errors have the wrong sign (target minus output)
def kernel_gradient(x, kernel, target):
    def correlate2d(x, kernel):
        windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
        return np.einsum("hwij,ij->hw", windows, kernel)

    errors = target - correlate2d(x, kernel)
    return 2 * correlate2d(x, errors)
# %% wrong: two mistakes: the mean over the windows in place of the sum, and the factor 2 is missing
def kernel_gradient(x, kernel, target):
    def correlate2d(x, kernel):
        windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
        return np.einsum("hwij,ij->hw", windows, kernel)

    difference = correlate2d(x, kernel) - target
    height, width = difference.shape
    gradient = np.zeros(kernel.shape)
    for i in range(kernel.shape[0]):
        for j in range(kernel.shape[1]):
            frame = x[i : i + height, j : j + width]
            gradient[i, j] = np.mean(frame * difference)
    return gradient
# %% wrong: measures by nudging upwards only (one-sided), so each slope is off by nudge times the sum of the squared pixels
def kernel_gradient(x, kernel, target):
    def error(kernel):
        windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
        return np.sum((np.einsum("hwij,ij->hw", windows, kernel) - target) ** 2)

    nudge = 0.001
    gradient = np.zeros(kernel.shape)
    for i in range(kernel.shape[0]):
        for j in range(kernel.shape[1]):
            moved = kernel.astype(float)
            moved[i, j] += nudge
            gradient[i, j] = (error(moved) - error(kernel)) / nudge
    return gradient
# %% wrong: correlates with the output in place of the errors, so the target plays no part
def kernel_gradient(x, kernel, target):
    def correlate2d(x, kernel):
        windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
        return np.einsum("hwij,ij->hw", windows, kernel)

    output = correlate2d(x, kernel)
    errors = output - target
    return 2 * correlate2d(x, output)
# %% right: all frames by sliding_window_view, summed with the errors by einsum
def kernel_gradient(x, kernel, target):
    view = np.lib.stride_tricks.sliding_window_view
    errors = np.einsum("hwij,ij->hw", view(x, kernel.shape), kernel) - target
    return 2 * np.einsum("ijhw,hw->ij", view(x, errors.shape), errors)
