# %% wrong: grad_x is as long as what was read, so numbers at the end of x that no window reaches are missing from it
def conv1d_backward(grad_output, x, weight, stride=1):
    K = len(weight)
    read = (len(grad_output) - 1) * stride + K
    grad_x = np.zeros(read)
    grad_weight = np.zeros(K)
    for i, g in enumerate(grad_output):
        grad_x[i * stride:i * stride + K] += g * weight
        grad_weight += g * x[i * stride:i * stride + K]
    return grad_x, grad_weight
# %% wrong: the two results are returned in the wrong order: (grad_weight, grad_x)
def conv1d_backward(grad_output, x, weight, stride=1):
    dx = np.zeros(len(x))
    dw = np.zeros(len(weight))
    for i in range(len(grad_output)):
        for u in range(len(weight)):
            dx[i * stride + u] += weight[u] * grad_output[i]
            dw[u] += x[i * stride + u] * grad_output[i]
    return dw, dx
# %% wrong: the gradients have the types of x and weight (np.zeros_like), so for whole numbers fractions of grad_output are cut off
def conv1d_backward(grad_output, x, weight, stride=1):
    grad_x, grad_weight = np.zeros_like(x), np.zeros_like(weight)
    for i, g in enumerate(grad_output):
        for u, w in enumerate(weight):
            grad_x[i * stride + u] += g * w
            grad_weight[u] += g * x[i * stride + u]
    return grad_x, grad_weight
# %% wrong: in grad_x the kernel is turned (weight[K - 1 - u] where weight[u] is needed); grad_weight is right
def conv1d_backward(grad_output, x, weight, stride=1):
    apart = np.zeros((len(grad_output) - 1) * stride + 1)
    apart[::stride] = grad_output
    full = np.convolve(apart, weight[::-1])
    grad_x = np.zeros(len(x))
    grad_x[:len(full)] = full
    taps = range(len(weight))
    grad_weight = np.array([sum(g * x[i * stride + u] for i, g in enumerate(grad_output)) for u in taps])
    return grad_x, grad_weight
# %% right: the forward pass as a matrix, then transposed
def conv1d_backward(grad_output, x, weight, stride=1):
    rows = np.arange(len(grad_output))[:, None]
    reads = rows * stride + np.arange(len(weight))
    matrix = np.zeros((len(grad_output), len(x)))
    matrix[rows, reads] = weight
    return matrix.T @ grad_output, np.asarray(x, float)[reads].T @ grad_output
