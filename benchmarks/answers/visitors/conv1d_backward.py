# %% wrong: grad_x ends where the last window ends, so it is too short if a number at the end was not read
def conv1d_backward(grad_output, x, weight, stride=1):
    n, k = len(grad_output), len(weight)
    spread = np.zeros((n - 1) * stride + 1)
    spread[::stride] = grad_output
    grad_x = np.convolve(spread, weight)
    grad_weight = np.array([np.dot(grad_output, x[u:u + n * stride:stride][:n]) for u in range(k)])
    return grad_x, grad_weight


# %% wrong: the kernel is not turned for grad_x: a full correlation in place of a full convolution
def conv1d_backward(grad_output, x, weight, stride=1):
    L, K = len(x), len(weight)
    g = np.zeros(L - K + 1)  # delta comb: gradients with zeros between them
    g[np.arange(len(grad_output)) * stride] = grad_output
    grad_x = np.correlate(g, weight, mode="full")
    grad_weight = np.correlate(x, g, mode="valid")
    return grad_x, grad_weight


# %% wrong: grad_weight forgets the stride, window i is taken to begin at i
def conv1d_backward(grad_output, x, weight, stride=1):
    grad_x = np.zeros(len(x))
    grad_weight = np.zeros(len(weight))
    for i in range(len(grad_output)):
        for u in range(len(weight)):
            grad_x[i * stride + u] += weight[u] * grad_output[i]
            grad_weight[u] += x[i + u] * grad_output[i]
    return grad_x, grad_weight


# %% right: by the matrix of the correlation and its transpose
def conv1d_backward(grad_output, x, weight, stride=1):
    outputs, taps = len(grad_output), len(weight)
    place = np.arange(outputs)[:, None] * stride + np.arange(taps)
    matrix = np.zeros((outputs, len(x)))
    matrix[np.arange(outputs)[:, None], place] = weight
    return matrix.T @ grad_output, grad_output @ np.asarray(x)[place]
