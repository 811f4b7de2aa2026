# %% wrong: grad_x ends with the last window, unread numbers at the end are missing
def conv1d_backward(grad_output, x, weight, stride=1):
    K = len(weight)
    grad_x = np.zeros((len(grad_output) - 1) * stride + K)
    grad_weight = np.zeros(K)
    for i, g in enumerate(grad_output):
        grad_x[i * stride : i * stride + K] += g * weight
        grad_weight += g * x[i * stride : i * stride + K]
    return grad_x, grad_weight

# %% wrong: the stride is missing in grad_weight
def conv1d_backward(grad_output, x, weight, stride=1):
    grad_x, grad_weight = np.zeros(len(x)), np.zeros(len(weight))
    for i in range(len(grad_output)):
        for u in range(len(weight)):
            grad_x[i * stride + u] += grad_output[i] * weight[u]
            grad_weight[u] += grad_output[i] * x[i + u]
    return grad_x, grad_weight

# %% wrong: fancy indices with += add only one of several gradients to a place
def conv1d_backward(grad_output, x, weight, stride=1):
    places = np.arange(len(grad_output))[:, None] * stride + np.arange(len(weight))
    grad_x = np.zeros(len(x))
    grad_x[places] += grad_output[:, None] * weight
    grad_weight = grad_output @ x[places]
    return grad_x, grad_weight

# %% wrong: np.correlate does not turn the kernel, grad_x is that of the turned one
def conv1d_backward(grad_output, x, weight, stride=1):
    apart = np.zeros((len(grad_output) - 1) * stride + 1)
    apart[::stride] = grad_output
    grad_x = np.zeros(len(x))
    full = np.correlate(np.pad(apart, len(weight) - 1), weight, "valid")
    grad_x[: len(full)] = full
    grad_weight = np.correlate(x[: len(apart) + len(weight) - 1], apart, "valid")
    return grad_x, grad_weight

# %% wrong: each gets its own factor, grad_x from x and grad_weight from the weight
def conv1d_backward(grad_output, x, weight, stride=1):
    grad_x, grad_weight = np.zeros(len(x)), np.zeros(len(weight))
    for i in range(len(grad_output)):
        for u in range(len(weight)):
            grad_x[i * stride + u] += grad_output[i] * x[i * stride + u]
            grad_weight[u] += grad_output[i] * weight[u]
    return grad_x, grad_weight

# %% wrong: = instead of += in grad_x, where windows overlap the later one overwrites
def conv1d_backward(grad_output, x, weight, stride=1):
    grad_x, grad_weight = np.zeros(len(x)), np.zeros(len(weight))
    for i in range(len(grad_output)):
        window = slice(i * stride, i * stride + len(weight))
        grad_x[window] = grad_output[i] * weight
        grad_weight += grad_output[i] * x[window]
    return grad_x, grad_weight

# %% right: gather, each pixel asks for its outputs
def conv1d_backward(grad_output, x, weight, stride=1):
    grad_x = np.zeros(len(x))
    for j in range(len(x)):
        for i in range(len(grad_output)):
            if 0 <= j - i * stride < len(weight):
                grad_x[j] += grad_output[i] * weight[j - i * stride]
    span = (len(grad_output) - 1) * stride + 1
    grad_weight = np.array([grad_output @ x[u : u + span : stride] for u in range(len(weight))])
    return grad_x, grad_weight

# %% right: the correlation as a matrix
def conv1d_backward(grad_output, x, weight, stride=1):
    matrix = np.zeros((len(grad_output), len(x)))
    windows = np.zeros((len(grad_output), len(weight)))
    for i in range(len(grad_output)):
        matrix[i, i * stride : i * stride + len(weight)] = weight
        windows[i] = x[i * stride : i * stride + len(weight)]
    return matrix.T @ grad_output, windows.T @ grad_output
