# %% wrong: the stride is forgotten, output i is taken to read x[i + u]; right for stride 1 (or one output) only
def conv1d_backward(grad_output, x, weight, stride=1):
    grad_x = np.zeros(len(x))
    grad_weight = np.zeros(len(weight))
    for i in range(len(grad_output)):
        for u in range(len(weight)):
            grad_x[i + u] += weight[u] * grad_output[i]
            grad_weight[u] += x[i + u] * grad_output[i]
    return grad_x, grad_weight
# %% wrong: grad_x ends with the last number that was read; it is shorter than x where numbers at the end are left over
def conv1d_backward(grad_output, x, weight, stride=1):
    spread = np.zeros((len(grad_output) - 1) * stride + 1)
    spread[::stride] = grad_output
    grad_x = np.convolve(spread, weight)
    grad_weight = np.correlate(x[:len(grad_x)], spread, "valid")
    return grad_x, grad_weight
# %% wrong: grad_x is written with = and not +=, so only the last window that reads a number counts; wrong where windows overlap
def conv1d_backward(grad_output, x, weight, stride=1):
    K = weight.size
    dx = np.zeros(x.shape)
    dw = np.zeros(weight.shape)
    for i, g in enumerate(grad_output):
        start = i * stride
        dx[start:start + K] = g * weight
        dw += g * x[start:start + K]
    return dx, dw
# %% wrong: grad_weight comes out turned (last weight first); grad_x is right
def conv1d_backward(grad_output, x, weight, stride=1):
    k = len(weight)
    grad_x, grad_weight = np.zeros(len(x)), np.zeros(k)
    for i in range(len(grad_output)):
        for u in range(k):
            grad_x[i * stride + u] += grad_output[i] * weight[u]
            grad_weight[k - 1 - u] += grad_output[i] * x[i * stride + u]  # kernel is flipped going back
    return grad_x, grad_weight
# %% right: the forward pass as a matrix, used twice
def conv1d_backward(grad_output, x, weight, stride=1):
    reads = np.arange(len(grad_output))[:, None] * stride + np.arange(len(weight))
    matrix = np.zeros((len(grad_output), len(x)))
    np.put_along_axis(matrix, reads, np.broadcast_to(np.asarray(weight, float), reads.shape), axis=1)
    return grad_output @ matrix, grad_output @ np.asarray(x)[reads]
