# %% wrong: grad_x ends with the last window: values at the end that no window has read get no 0, so grad_x can be shorter than x
def conv1d_backward(grad_output, x, weight, stride=1):
    apart = np.zeros((len(grad_output) - 1) * stride + 1)
    apart[::stride] = grad_output
    grad_x = np.convolve(apart, weight)
    grad_weight = np.array([sum(g * x[i * stride + u] for i, g in enumerate(grad_output))
                            for u in range(len(weight))])
    return grad_x, grad_weight
# %% wrong: grad_x is written with = instead of +=, so where windows overlap only the last output's contribution is left
def conv1d_backward(grad_output, x, weight, stride=1):
    K = len(weight)
    grad_x = np.zeros(len(x))
    grad_weight = np.zeros(K)
    for i, g in enumerate(grad_output):
        s = i * stride
        grad_x[s : s + K] = g * weight
        grad_weight += g * x[s : s + K]
    return grad_x, grad_weight
# %% wrong: the kernel is turned in grad_x: each output sends its gradient times weight[::-1] to its window
def conv1d_backward(grad_output, x, weight, stride=1):
    grad_x, grad_weight = np.zeros(len(x)), np.zeros(len(weight))
    flipped = weight[::-1]
    for i in range(len(grad_output)):
        for u in range(len(weight)):
            grad_x[i * stride + u] += grad_output[i] * flipped[u]
            grad_weight[u] += grad_output[i] * x[i * stride + u]
    return grad_x, grad_weight
# %% wrong: the stride is ignored in grad_weight: output i is matched with x[i + u] instead of x[i * stride + u]; grad_x is right
def conv1d_backward(grad_output, x, weight, stride=1):
    grad_x = np.zeros(len(x))
    for i, g in enumerate(grad_output):
        for u, w in enumerate(weight):
            grad_x[i * stride + u] += g * w
    n = len(grad_output)
    grad_weight = np.array([np.dot(grad_output, x[u : u + n]) for u in range(len(weight))])
    return grad_x, grad_weight
# %% right: a matrix of positions, bincount for grad_x and a product for grad_weight
def conv1d_backward(grad_output, x, weight, stride=1):
    read = stride * np.arange(len(grad_output))[:, None] + np.arange(len(weight))
    sent = np.multiply.outer(grad_output, weight)
    grad_x = np.bincount(read.ravel(), weights=sent.ravel(), minlength=len(x))
    return grad_x, grad_output @ np.asarray(x, float)[read]
