# %% wrong: the stride is forgotten in grad_weight: it reads x[i + u] instead of x[i * stride + u] (grad_x is right)
def conv1d_backward(grad_output, x, weight, stride=1):
    grad_x = np.zeros(len(x))
    grad_weight = np.zeros(len(weight))
    for i in range(len(grad_output)):
        for u in range(len(weight)):
            grad_x[i * stride + u] += grad_output[i] * weight[u]
            grad_weight[u] += grad_output[i] * x[i + u]
    return grad_x, grad_weight
# %% wrong: grad_x is stored with = instead of +=, so where windows overlap only the last output's share remains (grad_weight is right)
def conv1d_backward(grad_output, x, weight, stride=1):
    K = len(weight)
    gx = np.zeros(len(x))
    gw = np.zeros(K)
    for i, g in enumerate(grad_output):
        s = i * stride
        gx[s:s + K] = g * weight
        gw += g * x[s:s + K]
    return gx, gw
# %% wrong: np.convolve of the spread gradients gives a grad_x that ends at the last number read, so it is shorter than x when numbers at the end were never read
def conv1d_backward(grad_output, x, weight, stride=1):
    apart = np.zeros((len(grad_output) - 1) * stride + 1)
    apart[::stride] = grad_output
    grad_x = np.convolve(apart, weight)
    grad_weight = np.correlate(x[:len(grad_x)], apart, "valid")
    return grad_x, grad_weight
# %% wrong: the two gradients are returned in the wrong order: (grad_weight, grad_x)
def conv1d_backward(grad_output, x, weight, stride=1):
    grad_weight = np.array([sum(g * x[i * stride + u] for i, g in enumerate(grad_output))
                            for u in range(len(weight))])
    grad_x = np.zeros(x.shape)
    for u, w in enumerate(weight):
        grad_x[u:u + stride * (len(grad_output) - 1) + 1:stride] += w * grad_output
    return grad_weight, grad_x
# %% right: the correlation as a matrix, which is transposed for grad_x
def conv1d_backward(grad_output, x, weight, stride=1):
    length, k = len(x), len(weight)
    matrix = np.zeros((len(grad_output), length))
    for i in range(len(grad_output)):
        matrix[i, i * stride:i * stride + k] = weight
    taken = np.arange(len(grad_output))[:, None] * stride + np.arange(k)
    return matrix.T @ grad_output, np.asarray(x)[taken].T @ grad_output
