# %% wrong: returns the kernel after a step, not the gradient
from cnnhelpers import mine

def kernel_gradient(x, kernel, target):
    errors = mine.correlate2d(x, kernel) - target
    return kernel - 1e-3 * 2 * mine.correlate2d(x, errors)

# %% wrong: the target is never subtracted
from cnnhelpers import mine

def kernel_gradient(x, kernel, target):
    output = mine.correlate2d(x, kernel)
    return 2 * mine.correlate2d(x, output)

# %% wrong: the sign, target minus output
from cnnhelpers import mine

def kernel_gradient(x, kernel, target):
    difference = target - mine.correlate2d(x, kernel)
    gradient = np.zeros(kernel.shape)
    h, w = difference.shape
    for i in range(kernel.shape[0]):
        for j in range(kernel.shape[1]):
            gradient[i, j] = 2 * np.sum(difference * x[i : i + h, j : j + w])
    return gradient

# %% wrong: one-sided nudge of 0.001, the slope is measured too far to one side
from cnnhelpers import mine

def kernel_gradient(x, kernel, target):
    def error(k):
        return np.sum((mine.correlate2d(x, k) - target) ** 2)

    gradient = np.zeros(kernel.shape)
    for i in range(kernel.shape[0]):
        for j in range(kernel.shape[1]):
            nudged = kernel.astype(float)
            nudged[i, j] += 0.001
            gradient[i, j] = (error(nudged) - error(kernel)) / 0.001
    return gradient

# %% wrong: the frame is as large as the kernel, not as the error map (ValueError unless both are equal)
from cnnhelpers import mine

def kernel_gradient(x, kernel, target):
    errors = mine.correlate2d(x, kernel) - target
    gradient = np.zeros(kernel.shape)
    for i in range(kernel.shape[0]):
        for j in range(kernel.shape[1]):
            pixels = x[i : i + kernel.shape[0], j : j + kernel.shape[1]]
            gradient[i, j] = 2 * np.sum(errors * pixels)
    return gradient

# %% wrong: the mean over the windows instead of the sum
from cnnhelpers import mine

def kernel_gradient(x, kernel, target):
    errors = mine.correlate2d(x, kernel) - target
    return 2 * mine.correlate2d(x, errors) / errors.size

# %% right: windows as large as the error map
from cnnhelpers import mine

def kernel_gradient(x, kernel, target):
    errors = mine.correlate2d(x, kernel) - target
    frames = np.lib.stride_tricks.sliding_window_view(x, errors.shape)
    return 2 * np.einsum("ijhw,hw->ij", frames, errors)

# %% right: central differences, exact for a square
from cnnhelpers import mine

def kernel_gradient(x, kernel, target):
    def error(k):
        return np.sum((mine.correlate2d(x, k) - target) ** 2)

    gradient = np.zeros(kernel.shape)
    for place in np.ndindex(kernel.shape):
        up, down = kernel.astype(float), kernel.astype(float)
        up[place] += 0.5
        down[place] -= 0.5
        gradient[place] = error(up) - error(down)
    return gradient
