# %% wrong: the stride is ignored: windows are taken to begin at i instead of i * stride (right for stride 1 only)
def conv1d_backward(grad_output, x, weight, stride=1):
    grad_x, grad_weight = np.zeros(len(x)), np.zeros(len(weight))
    for i, g in enumerate(grad_output):
        for u in range(len(weight)):
            grad_x[i + u] += g * weight[u]
            grad_weight[u] += g * x[i + u]
    return grad_x, grad_weight
# %% wrong: grad_x has the length of what was read, (L_out - 1) * stride + K, not of x: numbers that were left over at the end are missing
def conv1d_backward(grad_output, x, weight, stride=1):
    apart = np.zeros((len(grad_output) - 1) * stride + 1)
    apart[::stride] = grad_output
    gx = np.convolve(apart, weight)
    gw = np.array([np.dot(grad_output, x[u:u + len(apart):stride]) for u in range(len(weight))])
    return gx, gw
# %% wrong: two mistakes: grad_x is assigned with = where windows overlap, so earlier paths are overwritten, and the two gradients are returned in the order (grad_weight, grad_x)
def conv1d_backward(grad_output, x, weight, stride=1):
    K = weight.shape[0]
    dx = np.zeros(x.shape)
    dw = np.zeros(K)
    for i in range(grad_output.shape[0]):
        s = i * stride
        dx[s:s + K] = grad_output[i] * weight
        dw += grad_output[i] * x[s:s + K]
    return dw, dx
# %% wrong: grad_weight is divided by the number of outputs (a mean over the outputs instead of the sum)
def conv1d_backward(grad_output, x, weight, stride=1):
    n, k = len(grad_output), len(weight)
    places = np.arange(n)[:, None] * stride + np.arange(k)
    grad_x = np.zeros(len(x))
    np.add.at(grad_x, places, np.outer(grad_output, weight))
    grad_weight = (grad_output[:, None] * x[places]).mean(axis=0)
    return grad_x, grad_weight
# %% right: table of places, np.add.at and a product
def conv1d_backward(grad_output, x, weight, stride=1):
    places = np.arange(len(grad_output))[:, None] * stride + np.arange(len(weight))
    grad_x = np.zeros(len(x))
    np.add.at(grad_x, places, np.outer(grad_output, weight))
    return grad_x, np.asarray(grad_output) @ np.asarray(x)[places]
