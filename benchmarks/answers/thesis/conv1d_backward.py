# %% wrong: the stride is forgotten: output i is taken to start at x[i]; shows for stride above 1
def conv1d_backward(grad_output, x, weight, stride=1):
    grad_x = np.zeros(len(x))
    grad_weight = np.zeros(len(weight))
    for i in range(len(grad_output)):
        for u in range(len(weight)):
            grad_x[i + u] += grad_output[i] * weight[u]
            grad_weight[u] += grad_output[i] * x[i + u]
    return grad_x, grad_weight
# %% wrong: grad_x of the stretched gradients by np.convolve is too short when values at the end of x were never read (stride leaves some over); right otherwise
def conv1d_backward(grad_output, x, weight, stride=1):
    # put zeros between
    apart = np.zeros((len(grad_output) - 1) * stride + 1)
    apart[::stride] = grad_output
    gx = np.convolve(apart, weight)
    gw = np.array([np.dot(apart, x[u:u + len(apart)]) for u in range(len(weight))])
    return gx, gw
# %% wrong: gradients of overlapping windows are overwritten in grad_x (= where += is needed); shows when the windows overlap (stride smaller than the kernel)
def conv1d_backward(grad_output, x, weight, stride=1):
    K = weight.shape[0]
    dx, dw = np.zeros(x.shape[0]), np.zeros(K)
    for i, g in enumerate(grad_output):
        s = i * stride
        dx[s:s + K] = g * np.asarray(weight)
        dw += g * np.asarray(x[s:s + K])
    return dx, dw
# %% wrong: the kernel is turned in grad_x (scatter needs no turning); shows unless the kernel is symmetric
def conv1d_backward(grad_output, x, weight, stride=1):
    flipped = weight[::-1]
    grad_x, grad_w = np.zeros(len(x)), np.zeros(len(weight))
    for i in range(len(grad_output)):
        for u in range(len(weight)):
            grad_x[i * stride + u] += flipped[u] * grad_output[i]
            grad_w[u] += x[i * stride + u] * grad_output[i]
    return grad_x, grad_w
# %% right: table of places, np.add.at
def conv1d_backward(grad_output, x, weight, stride=1):
    g, x, w = (np.asarray(a, dtype=float) for a in (grad_output, x, weight))
    where = stride * np.arange(g.size)[:, None] + np.arange(w.size)
    grad_x = np.zeros(x.size)
    np.add.at(grad_x, where, np.outer(g, w))
    return grad_x, g @ x[where]
