# %% wrong: overwrites grad_x in the loop instead of adding, so places in two windows keep only the last path
def conv1d_backward(grad_output, x, weight, stride=1):
    K = len(weight)
    grad_x = np.zeros(len(x))
    grad_weight = np.zeros(K)
    for i in range(len(grad_output)):
        start = i * stride
        grad_x[start:start + K] = grad_output[i] * weight
        grad_weight += grad_output[i] * x[start:start + K]
    return grad_x, grad_weight
# %% wrong: forgets the stride: window i starts at i, not at i * stride (stride 1 is right)
def conv1d_backward(grad_output, x, weight, stride=1):
    K = weight.shape[0]
    grad_x = np.zeros(x.shape, dtype=float)
    grad_weight = np.zeros(weight.shape, dtype=float)
    for i, g in enumerate(grad_output):
        for k in range(K):
            grad_x[i + k] += g * weight[k]
            grad_weight[k] += g * x[i + k]
    return grad_x, grad_weight
# %% wrong: np.zeros_like of the integer x and weight: adding float gradients crashes, a list of them would be cut off
def conv1d_backward(grad_output, x, weight, stride=1):
    grad_x = np.zeros_like(x)
    grad_weight = np.zeros_like(weight)
    K = len(weight)
    for i in range(len(grad_output)):
        grad_x[i * stride:i * stride + K] += grad_output[i] * weight
        grad_weight += grad_output[i] * x[i * stride:i * stride + K]
    return grad_x, grad_weight
# %% wrong: turns the kernel when scattering (weight[::-1]), as a true convolution would; wrong for unsymmetrical kernels
def conv1d_backward(grad_output, x, weight, stride=1):
    K = len(weight)
    grad_x = np.zeros(len(x))
    grad_weight = np.zeros(K)
    for i in range(len(grad_output)):
        window = slice(i * stride, i * stride + K)
        grad_x[window] += grad_output[i] * weight[::-1]
        grad_weight += grad_output[i] * x[window]
    return grad_x, grad_weight
# %% wrong: grad_x by np.convolve has the length (L_out - 1) * stride + K, too short when pixels are left over by the stride
def conv1d_backward(grad_output, x, weight, stride=1):
    spread = np.zeros((len(grad_output) - 1) * stride + 1)
    spread[::stride] = grad_output
    grad_x = np.convolve(spread, weight)
    grad_weight = np.array([np.sum(grad_output * x[k:k + len(spread):stride]) for k in range(len(weight))])
    return grad_x, grad_weight
# %% wrong: gives the pair in the wrong order, (grad_weight, grad_x)
def conv1d_backward(grad_output, x, weight, stride=1):
    grad_x, grad_weight = np.zeros(len(x)), np.zeros(len(weight))
    for i in range(len(grad_output)):
        for k in range(len(weight)):
            grad_x[i * stride + k] += weight[k] * grad_output[i]
            grad_weight[k] += x[i * stride + k] * grad_output[i]
    return grad_weight, grad_x
# %% wrong: the gradient of the weight is averaged over the outputs instead of summed (wrong for L_out > 1)
def conv1d_backward(grad_output, x, weight, stride=1):
    K, n = len(weight), len(grad_output)
    starts = np.arange(n) * stride
    index = starts[:, None] + np.arange(K)
    grad_x = np.zeros(len(x))
    np.add.at(grad_x, index, grad_output[:, None] * weight)
    grad_weight = (grad_output[:, None] * x[index]).mean(axis=0)
    return grad_x, grad_weight
# %% right: as the matrix of the layer, whose transpose goes back
def conv1d_backward(grad_output, x, weight, stride=1):
    n, K, L = len(grad_output), len(weight), len(x)
    matrix = np.zeros((n, L))
    for i in range(n):
        matrix[i, i * stride:i * stride + K] = weight
    grad_weight = np.array([x[k:k + (n - 1) * stride + 1:stride] @ grad_output for k in range(K)])
    return matrix.T @ grad_output, grad_weight
