# %% wrong: grad_x by np.convolve ignores the stride
def conv1d_backward(grad_output, x, weight, stride=1):
    grad_x = np.zeros(len(x))
    full = np.convolve(grad_output, weight)
    grad_x[:len(full)] = full[:len(x)]
    grad_weight = np.zeros(len(weight))
    for i in range(len(grad_output)):
        grad_weight += grad_output[i] * x[i * stride:i * stride + len(weight)]
    return grad_x, grad_weight
# %% wrong: grad_x has only as many numbers as were read, not as many as x
def conv1d_backward(grad_output, x, weight, stride=1):
    grad_x = np.zeros((len(grad_output) - 1) * stride + len(weight))
    grad_weight = np.zeros(len(weight))
    for i in range(len(grad_output)):
        for u in range(len(weight)):
            grad_x[i * stride + u] += grad_output[i] * weight[u]
            grad_weight[u] += grad_output[i] * x[i * stride + u]
    return grad_x, grad_weight
# %% wrong: the stride is forgotten in grad_weight only
def conv1d_backward(grad_output, x, weight, stride=1):
    grad_x, grad_weight = np.zeros(len(x)), np.zeros(len(weight))
    for i, g in enumerate(grad_output):
        for u, w in enumerate(weight):
            grad_x[i * stride + u] += g * w
            grad_weight[u] += g * x[i + u]
    return grad_x, grad_weight
