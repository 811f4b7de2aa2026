# %% wrong: the stride is ignored in grad_weight: it reads x[i + u] and not x[i * stride + u]; grad_x is right
def conv1d_backward(grad_output, x, weight, stride=1):
    grad_x = np.zeros(len(x))
    grad_weight = np.zeros(len(weight))
    for i in range(len(grad_output)):
        for u in range(len(weight)):
            grad_x[i * stride + u] += grad_output[i] * weight[u]
            grad_weight[u] += grad_output[i] * x[i + u]
    return grad_x, grad_weight
# %% wrong: `=` in place of `+=` in grad_x, so where windows overlap only the last output's share remains; grad_weight is right
def conv1d_backward(grad_output, x, weight, stride=1):
    K = len(weight)
    grad_x, grad_weight = np.zeros(len(x)), np.zeros(K)
    for i, g in enumerate(grad_output):
        start = i * stride
        grad_x[start:start + K] = g * weight
        grad_weight += g * x[start:start + K]
    return grad_x, grad_weight
# %% wrong: the results are returned in the order (grad_weight, grad_x)
def conv1d_backward(grad_output, x, weight, stride=1):
    dx = np.zeros(x.shape)
    dw = np.zeros(weight.shape)
    for i in range(grad_output.size):
        for k in range(weight.size):
            dx[i * stride + k] += weight[k] * grad_output[i]
            dw[k] += x[i * stride + k] * grad_output[i]
    return dw, dx
# %% wrong: grad_x is np.convolve of the spread gradients and the weight without filling up to the length of x, so it is too short where numbers at the end were never read
def conv1d_backward(grad_output, x, weight, stride=1):
    spread = np.zeros((len(grad_output) - 1) * stride + 1)
    spread[::stride] = grad_output
    grad_x = np.convolve(spread, weight)
    grad_weight = np.array([np.dot(spread, x[u:u + len(spread)]) for u in range(len(weight))])
    return grad_x, grad_weight
# %% right: index table and np.add.at
def conv1d_backward(grad_output, x, weight, stride=1):
    where = stride * np.arange(len(grad_output))[:, None] + np.arange(len(weight))
    grad_x = np.zeros(len(x))
    np.add.at(grad_x, where, np.outer(grad_output, weight).astype(float))
    return grad_x, np.asarray(grad_output, float) @ np.asarray(x)[where]
