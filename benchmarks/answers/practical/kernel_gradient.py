# %% wrong: nudges each weight upwards only and by as much as 0.1, so every slope is too large by 0.1 times the sum of its squared pixels
def kernel_gradient(x, kernel, target):
    def loss(k):
        win = np.lib.stride_tricks.sliding_window_view(x, k.shape)
        return np.sum((np.sum(win * k, axis=(2, 3)) - target) ** 2)
    h = 0.1
    grad = np.zeros(kernel.shape)
    for place in np.ndindex(*kernel.shape):
        up = kernel.astype(float)
        up[place] += h
        grad[place] = (loss(up) - loss(kernel)) / h
    return grad
# %% wrong: takes the kernel for square (its height is used for both loops): for a wide kernel the shape is wrong, for a tall one ValueError (frame too narrow)
def kernel_gradient(x, kernel, target):
    win = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    error = np.einsum("abij,ij->ab", win, kernel) - target
    h, w = error.shape
    size = len(kernel)
    g = np.zeros((size, size))
    for i in range(size):
        for j in range(size):
            g[i, j] = 2 * np.sum(x[i:i + h, j:j + w] * error)
    return g
# %% wrong: returns the kernel after a step of gradient descent (learning rate 0.001) instead of the gradient
def kernel_gradient(x, kernel, target):
    win = np.lib.stride_tricks.sliding_window_view(x, kernel.shape)
    output = np.tensordot(win, kernel, axes=([2, 3], [0, 1]))
    gradient = 2 * np.tensordot(output - target, win, axes=([0, 1], [0, 1]))
    return kernel - 0.001 * gradient
# %% wrong: two mistakes: the error is target less output (sign turned), and the factor 2 is missing
def kernel_gradient(x, kernel, target):
    kh, kw = kernel.shape
    th, tw = target.shape
    output = [[(x[r:r + kh, c:c + kw] * kernel).sum() for c in range(tw)] for r in range(th)]
    missing = target - np.array(output)
    return np.array([[(x[i:i + th, j:j + tw] * missing).sum() for j in range(kw)] for i in range(kh)])
# %% right: goes through the windows and adds 2 * error * window for each
def kernel_gradient(x, kernel, target):
    kh, kw = kernel.shape
    grad = np.zeros((kh, kw))
    for (r, c), wanted in np.ndenumerate(target):
        window = x[r:r + kh, c:c + kw]
        grad += 2 * ((window * kernel).sum() - wanted) * window
    return grad
