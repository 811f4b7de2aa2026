# %% wrong: the 2 from the square's derivative is forgotten
def kernel_gradient(x, kernel, target):
    a, b = kernel.shape
    grad = np.zeros(kernel.shape)
    for r in range(target.shape[0]):
        for c in range(target.shape[1]):
            patch = x[r : r + a, c : c + b]
            grad += (np.vdot(patch, kernel) - target[r, c]) * patch
    return grad
# %% wrong: downhill direction, minus the gradient
def kernel_gradient(x, kernel, target):
    patches = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    error = np.tensordot(patches, kernel, 2) - target
    return -2 * np.einsum("rc,rcij->ij", error, patches)
# %% wrong: the gradient comes out turned by 180 degrees
def kernel_gradient(x, kernel, target):
    patches = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    error = np.tensordot(patches, kernel, 2) - target
    grad = 2 * np.einsum("rc,rcij->ij", error, patches)
    return grad[::-1, ::-1]
# %% wrong: divided by the number of the kernel's weights
def kernel_gradient(x, kernel, target):
    patches = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    error = np.tensordot(patches, kernel, 2) - target
    return 2 * np.einsum("rc,rcij->ij", error, patches) / kernel.size
# %% wrong: gradient with respect to the image instead of the kernel
def kernel_gradient(x, kernel, target):
    a, b = kernel.shape
    patches = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    error = np.tensordot(patches, kernel, 2) - target
    grad = np.zeros(x.shape)
    for r in range(error.shape[0]):
        for c in range(error.shape[1]):
            grad[r : r + a, c : c + b] += 2 * error[r, c] * kernel
    return grad
# %% wrong: the error is summed over all outputs first and then multiplied with the sum of the windows
def kernel_gradient(x, kernel, target):
    patches = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    error = np.tensordot(patches, kernel, 2) - target
    return 2 * error.sum() * patches.sum(axis=(0, 1))
# %% wrong: a one-sided numerical difference with step 1, which is not the derivative of a square
def kernel_gradient(x, kernel, target):
    def loss(k):
        patches = np.lib.stride_tricks.sliding_window_view(x, k.shape)
        return np.sum((np.tensordot(patches, k, 2) - target) ** 2)

    grad = np.zeros(kernel.shape)
    for i, j in np.ndindex(kernel.shape):
        moved = kernel.astype(float)
        moved[i, j] += 1
        grad[i, j] = loss(moved) - loss(kernel)
    return grad
# %% wrong: the buffer for the gradient takes the kernel's dtype (zeros_like), integer kernels lose fractions
def kernel_gradient(x, kernel, target):
    grad = np.zeros_like(kernel)
    patches = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    error = np.tensordot(patches, kernel, 2) - target
    for i in range(kernel.shape[0]):
        for j in range(kernel.shape[1]):
            grad[i, j] = 2 * np.sum(error * patches[:, :, i, j])
    return grad
# %% wrong: rows and columns of the gradient are exchanged (transposed)
def kernel_gradient(x, kernel, target):
    patches = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    error = np.tensordot(patches, kernel, 2) - target
    return 2 * np.einsum("rc,rcij->ji", error, patches)
# %% wrong: the target is added instead of subtracted
def kernel_gradient(x, kernel, target):
    patches = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    error = np.tensordot(patches, kernel, 2) + target
    return 2 * np.einsum("rc,rcij->ij", error, patches)
# %% wrong: the caller's target is overwritten with the error
def kernel_gradient(x, kernel, target):
    patches = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    output = np.tensordot(patches, kernel, 2)
    np.subtract(output, target, out=target, casting="unsafe")
    return 2 * np.einsum("rc,rcij->ij", target, patches)
# %% wrong: returns the updated kernel, kernel - 0.1 * gradient
def kernel_gradient(x, kernel, target):
    patches = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    error = np.tensordot(patches, kernel, 2) - target
    return kernel - 0.1 * 2 * np.einsum("rc,rcij->ij", error, patches)
# %% wrong: NameError, correlate is not defined
def kernel_gradient(x, kernel, target):
    error = correlate(x, kernel) - target
    return 2 * correlate(x, error)
# %% wrong: without the window's offset, x[i, j] meets each error: the sum of errors times the corner pixels
def kernel_gradient(x, kernel, target):
    patches = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    error = np.tensordot(patches, kernel, 2) - target
    grad = np.zeros(kernel.shape)
    for i in range(kernel.shape[0]):
        for j in range(kernel.shape[1]):
            for r in range(error.shape[0]):
                for c in range(error.shape[1]):
                    grad[i, j] += 2 * error[r, c] * x[i, j]
    return grad
# %% right: einsum of error and windows
def kernel_gradient(x, kernel, target):
    patches = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    error = np.tensordot(patches, kernel, 2) - target
    return 2 * np.einsum("rc,rcij->ij", error, patches)
# %% right: one slice of the image for each weight
def kernel_gradient(x, kernel, target):
    h, w = target.shape
    output = np.zeros((h, w))
    for i, j in np.ndindex(kernel.shape):
        output += kernel[i, j] * x[i : i + h, j : j + w]
    gap = output - target
    grad = np.zeros(kernel.shape)
    for i, j in np.ndindex(kernel.shape):
        grad[i, j] = 2.0 * (gap * x[i : i + h, j : j + w]).sum()
    return grad
# %% right: six plain loops
def kernel_gradient(x, kernel, target):
    kh, kw = kernel.shape
    th, tw = target.shape
    grad = [[0.0] * kw for _ in range(kh)]
    for r in range(th):
        for c in range(tw):
            value = -target[r, c]
            for a in range(kh):
                for b in range(kw):
                    value = value + kernel[a, b] * x[r + a, c + b]
            for a in range(kh):
                for b in range(kw):
                    grad[a][b] += 2 * value * x[r + a, c + b]
    return np.array(grad)
