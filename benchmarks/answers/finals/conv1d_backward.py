# %% wrong: the length of grad_x is computed backwards, (L_out - 1) * stride + K: a number that was never read has no place
def conv1d_backward(grad_output, x, weight, stride=1):
    n, k = len(grad_output), len(weight)
    gx = np.zeros((n - 1) * stride + k)
    gw = np.zeros(k)
    for i, g in enumerate(grad_output):
        gx[i * stride:i * stride + k] += g * weight
        gw += g * x[i * stride:i * stride + k]
    return gx, gw
# %% wrong: overlapping windows overwrite each other's gradient of x
def conv1d_backward(grad_output, x, weight, stride=1):
    gx, gw = np.zeros(len(x)), np.zeros(len(weight))
    for i in range(len(grad_output)):
        place = slice(i * stride, i * stride + len(weight))
        gx[place] = grad_output[i] * weight
        gw += grad_output[i] * x[place]
    return gx, gw
# %% wrong: by np.convolve for x and np.correlate for the weight, which is right for stride 1 only; with a stride the shapes are wrong
def conv1d_backward(grad_output, x, weight, stride=1):
    grad_x = np.convolve(grad_output, weight, "full")
    grad_weight = np.correlate(x, grad_output, "valid")
    return grad_x, grad_weight
# %% wrong: the two gradients in the wrong order
def conv1d_backward(grad_output, x, weight, stride=1):
    gx = np.zeros(len(x))
    gw = np.zeros(len(weight))
    for i in range(len(grad_output)):
        for u in range(len(weight)):
            gx[i * stride + u] += grad_output[i] * weight[u]
            gw[u] += grad_output[i] * x[i * stride + u]
    return gw, gx
# %% right: the layer as a matrix: out = M x, so grad_x = Mᵀ g
def conv1d_backward(grad_output, x, weight, stride=1):
    L, K, n = len(x), len(weight), len(grad_output)
    M = np.zeros((n, L))
    rows = np.zeros((n, K))
    for i in range(n):
        M[i, i * stride:i * stride + K] = weight
        rows[i] = x[i * stride:i * stride + K]
    return M.T @ grad_output, rows.T @ grad_output
