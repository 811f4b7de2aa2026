# %% wrong: the factor 2 is missing
def correlate2d(x, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    return np.einsum("ijab,ab->ij", windows, kernel)

def kernel_gradient(x, kernel, target):
    error = correlate2d(x, kernel) - target
    return correlate2d(x, error)
# %% wrong: the sign is reversed, target minus output
def correlate2d(x, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    return np.einsum("ijab,ab->ij", windows, kernel)

def kernel_gradient(x, kernel, target):
    error = target - correlate2d(x, kernel)
    return 2 * correlate2d(x, error)
# %% wrong: the error map is turned by 180 degrees, a true convolution
def correlate2d(x, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    return np.einsum("ijab,ab->ij", windows, kernel)

def kernel_gradient(x, kernel, target):
    error = correlate2d(x, kernel) - target
    return 2 * correlate2d(x, error[::-1, ::-1])
# %% wrong: gradient of the mean of the squares and not of their sum
def correlate2d(x, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    return np.einsum("ijab,ab->ij", windows, kernel)

def kernel_gradient(x, kernel, target):
    error = correlate2d(x, kernel) - target
    return 2 * correlate2d(x, error) / error.size
# %% wrong: the target is not subtracted
def correlate2d(x, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    return np.einsum("ijab,ab->ij", windows, kernel)

def kernel_gradient(x, kernel, target):
    output = correlate2d(x, kernel)
    return 2 * correlate2d(x, output)
# %% wrong: the error is squared before it is correlated with the image
def correlate2d(x, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    return np.einsum("ijab,ab->ij", windows, kernel)

def kernel_gradient(x, kernel, target):
    error = correlate2d(x, kernel) - target
    return 2 * correlate2d(x, error**2)
# %% wrong: returns the loss itself, not its gradient
def correlate2d(x, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    return np.einsum("ijab,ab->ij", windows, kernel)

def kernel_gradient(x, kernel, target):
    return np.sum((correlate2d(x, kernel) - target) ** 2)
# %% wrong: the gradient is overwritten for each output, = for +=
def kernel_gradient(x, kernel, target):
    kh, kw = kernel.shape
    grad = np.zeros((kh, kw))
    for r in range(target.shape[0]):
        for c in range(target.shape[1]):
            window = x[r : r + kh, c : c + kw]
            error = np.sum(window * kernel) - target[r, c]
            grad = 2 * error * window
    return grad
# %% wrong: the error is multiplied with the kernel and not with the image's window
def kernel_gradient(x, kernel, target):
    kh, kw = kernel.shape
    grad = np.zeros((kh, kw))
    for r in range(target.shape[0]):
        for c in range(target.shape[1]):
            window = x[r : r + kh, c : c + kw]
            error = np.sum(window * kernel) - target[r, c]
            grad += 2 * error * kernel
    return grad
# %% wrong: takes a gradient step on the caller's kernel in place (the gradient returned is right)
def correlate2d(x, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    return np.einsum("ijab,ab->ij", windows, kernel)

def kernel_gradient(x, kernel, target):
    error = correlate2d(x, kernel) - target
    gradient = 2 * correlate2d(x, error)
    kernel[:] = kernel - 0.01 * gradient
    return gradient
# %% wrong: the absolute value of the error is used, all signs are lost
def correlate2d(x, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    return np.einsum("ijab,ab->ij", windows, kernel)

def kernel_gradient(x, kernel, target):
    error = np.abs(correlate2d(x, kernel) - target)
    return 2 * correlate2d(x, error)
# %% wrong: ValueError, the error map is correlated with the kernel, shapes do not fit
def correlate2d(x, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    return np.einsum("ijab,ab->ij", windows, kernel)

def kernel_gradient(x, kernel, target):
    error = correlate2d(x, kernel) - target
    return 2 * error * kernel
# %% wrong: two mistakes: no factor 2, and the target minus the output
def correlate2d(x, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    return np.einsum("ijab,ab->ij", windows, kernel)

def kernel_gradient(x, kernel, target):
    return correlate2d(x, target - correlate2d(x, kernel))
# %% wrong: the gradient is kept in a global and grows from call to call
total = {}

def kernel_gradient(x, kernel, target):
    kh, kw = kernel.shape
    grad = total.setdefault(kernel.shape, np.zeros((kh, kw)))
    for r in range(target.shape[0]):
        for c in range(target.shape[1]):
            window = x[r : r + kh, c : c + kw]
            grad += 2 * (np.sum(window * kernel) - target[r, c]) * window
    return grad
# %% right: correlate the image with the error map
def correlate2d(x, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    return np.einsum("ijab,ab->ij", windows, kernel)

def kernel_gradient(x, kernel, target):
    error = correlate2d(x, kernel) - target
    return 2 * correlate2d(x, error)
# %% right: adds up windows times errors
def kernel_gradient(x, kernel, target):
    kh, kw = kernel.shape
    grad = np.zeros((kh, kw))
    for r in range(target.shape[0]):
        for c in range(target.shape[1]):
            window = x[r : r + kh, c : c + kw]
            grad += 2 * (np.sum(window * kernel) - target[r, c]) * window
    return grad
# %% right: one matrix of windows, normal equations
def kernel_gradient(x, kernel, target):
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    matrix = windows.reshape(target.size, kernel.size)
    residual = matrix @ kernel.ravel() - target.ravel()
    return (2 * matrix.T @ residual).reshape(kernel.shape)
