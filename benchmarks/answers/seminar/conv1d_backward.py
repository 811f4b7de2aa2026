# %% wrong: the kernel is turned in grad_x; shows unless the kernel is symmetric
def conv1d_backward(grad_output, x, weight, stride=1):
    grad_x = np.zeros(len(x))
    grad_weight = np.zeros(len(weight))
    flipped = weight[::-1]
    for i in range(len(grad_output)):
        for u in range(len(weight)):
            grad_x[i * stride + u] += flipped[u] * grad_output[i]
            grad_weight[u] += x[i * stride + u] * grad_output[i]
    return grad_x, grad_weight
# %% wrong: grad_weight forgets the stride and reads x[i + u]; shows with a stride above 1
def conv1d_backward(grad_output, x, weight, stride=1):
    K = len(weight)
    dx = np.zeros(len(x))
    for i, g in enumerate(grad_output):
        dx[i * stride:i * stride + K] += g * weight
    dw = np.array([sum(g * x[i + u] for i, g in enumerate(grad_output)) for u in range(K)])
    return dx, dw
# %% wrong: grad_x is as long as what was read, so it is too short when numbers are left over at the end
def conv1d_backward(grad_output, x, weight, stride=1):
    l_out, k = len(grad_output), len(weight)
    grad_x = np.zeros((l_out - 1) * stride + k)
    grad_w = np.zeros(k)
    for u in range(k):
        places = u + stride * np.arange(l_out)
        grad_x[places] += weight[u] * grad_output
        grad_w[u] = x[places] @ grad_output
    return grad_x, grad_w
# %% wrong: two mistakes: grad_x is written with = so overlapping windows overwrite each other, and grad_weight is the mean over the outputs instead of the sum
def conv1d_backward(grad_output, x, weight, stride=1):
    grad_x = np.zeros(x.shape)
    grad_weight = np.zeros(weight.shape)
    n = len(grad_output)
    for i in range(n):
        first = i * stride
        last = first + len(weight)
        grad_x[first:last] = grad_output[i] * weight
        grad_weight += grad_output[i] * x[first:last]
    return grad_x, grad_weight / n
# %% right: zeros between the gradients, then np.convolve and np.correlate
def conv1d_backward(grad_output, x, weight, stride=1):
    spread = np.zeros((len(grad_output) - 1) * stride + 1)
    spread[::stride] = grad_output
    grad_x = np.zeros(len(x))
    read = len(spread) + len(weight) - 1
    grad_x[:read] = np.convolve(spread, weight)
    grad_weight = np.correlate(np.asarray(x[:read], dtype=float), spread, "valid")
    return grad_x, grad_weight
