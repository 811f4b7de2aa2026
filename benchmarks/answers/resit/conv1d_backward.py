# %% wrong: grad_weight forgets the stride: x[i + u] instead of x[i * stride + u]; grad_x is right
def conv1d_backward(grad_output, x, weight, stride=1):
    grad_x = np.zeros(len(x))
    grad_weight = np.zeros(len(weight))
    for i in range(len(grad_output)):
        for u in range(len(weight)):
            grad_x[i * stride + u] += grad_output[i] * weight[u]
            grad_weight[u] += grad_output[i] * x[i + u]
    return grad_x, grad_weight
# %% wrong: the length of grad_x comes from (L_out - 1) * stride + K, so numbers that were never read at the end are missing
def conv1d_backward(grad_output, x, weight, stride=1):
    size = len(weight)
    grad_x = np.zeros((len(grad_output) - 1) * stride + size)
    grad_weight = np.zeros(size)
    for i, grad in enumerate(grad_output):
        window = slice(i * stride, i * stride + size)
        grad_x[window] += grad * weight
        grad_weight += grad * x[window]
    return grad_x, grad_weight
# %% wrong: grad_x is written with = instead of +=, so where windows overlap only the last output counts
def conv1d_backward(grad_output, x, weight, stride=1):
    grad_x, grad_weight = np.zeros(len(x)), np.zeros(len(weight))
    for i, grad in enumerate(grad_output):
        start = i * stride
        grad_x[start:start + len(weight)] = grad * weight
        grad_weight += grad * x[start:start + len(weight)]
    return grad_x, grad_weight
# %% wrong: the kernel is turned although each output scatters: grad_x gets weight[::-1]
def conv1d_backward(grad_output, x, weight, stride=1):
    turned = weight[::-1]
    grad_x = np.zeros(x.shape)
    for i in range(len(grad_output)):
        grad_x[i * stride : i * stride + len(weight)] += turned * grad_output[i]
    windows = np.lib.stride_tricks.sliding_window_view(x, len(weight))[::stride]
    return grad_x, grad_output @ windows
# %% right: the correlation as a matrix, and its transpose
def conv1d_backward(grad_output, x, weight, stride=1):
    places = stride * np.arange(len(grad_output))[:, None] + np.arange(len(weight))
    matrix = np.zeros((len(grad_output), len(x)))
    np.put_along_axis(matrix, places, np.broadcast_to(weight, places.shape), axis=1)
    return matrix.T @ grad_output, np.asarray(x)[places].T @ grad_output
