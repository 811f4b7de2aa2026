# %% wrong: the stride is ignored (full convolution and valid correlation), so for a stride above 1 lengths and numbers are wrong; right for stride 1
def conv1d_backward(grad_output, x, weight, stride=1):
    grad_x = np.convolve(grad_output, weight)
    grad_weight = np.correlate(x, grad_output, "valid")
    return grad_x, grad_weight
# %% wrong: grad_x is collected by fancy indexing with +=, which adds only once where windows overlap, so each pixel keeps one of its contributions; grad_weight is right
def conv1d_backward(grad_output, x, weight, stride=1):
    places = stride * np.arange(len(grad_output))[:, None] + np.arange(len(weight))
    grad_x = np.zeros(len(x))
    grad_x[places] += grad_output[:, None] * weight
    grad_weight = grad_output @ x[places]
    return grad_x, grad_weight
# %% wrong: two mistakes: in the scatter loop the kernel is turned (weight[K - 1 - u]), and grad_weight reads x[i + u] without the stride
def conv1d_backward(grad_output, x, weight, stride=1):
    K = len(weight)
    dx, dw = np.zeros(len(x)), np.zeros(K)
    for i, g in enumerate(grad_output):
        for u in range(K):
            dx[i * stride + u] += g * weight[K - 1 - u]
            dw[u] += g * x[i + u]
    return dx, dw
# %% wrong: grad_x ends with the last window, (L_out - 1) * stride + K numbers, so where numbers at the end were never read it is too short (wrong shape)
def conv1d_backward(grad_output, x, weight, stride=1):
    apart = np.zeros((len(grad_output) - 1) * stride + 1)
    apart[::stride] = grad_output
    grad_x = np.convolve(apart, weight)
    grad_weight = np.array([sum(g * x[i * stride + u] for i, g in enumerate(grad_output))
                            for u in range(len(weight))])
    return grad_x, grad_weight
# %% right: one slice for each output
def conv1d_backward(grad_output, x, weight, stride=1):
    size = len(weight)
    grad_x = np.zeros(len(x))
    grad_weight = np.zeros(size)
    for i in range(len(grad_output)):
        window = slice(i * stride, i * stride + size)
        grad_x[window] += grad_output[i] * np.asarray(weight)
        grad_weight += grad_output[i] * np.asarray(x)[window]
    return grad_x, grad_weight
