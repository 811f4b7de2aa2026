# %% wrong: grad_x with "full" np.correlate and unturned kernel
def conv1d_backward(grad_output, x, weight, stride=1):
    g = np.zeros(len(x) - len(weight) + 1)
    g[::stride][:len(grad_output)] = grad_output
    return np.correlate(g, weight, "full"), np.correlate(x, g, "valid")
# %% wrong: window of grad_x assigned, not added
def conv1d_backward(grad_output, x, weight, stride=1):
    gx, gw = np.zeros(len(x)), np.zeros(len(weight))
    for i, g in enumerate(grad_output):
        s = slice(i * stride, i * stride + len(weight))
        gx[s] = g * weight
        gw += g * x[s]
    return gx, gw
# %% wrong: stride ignored in grad_weight
def conv1d_backward(grad_output, x, weight, stride=1):
    gx, gw = np.zeros(len(x)), np.zeros(len(weight))
    for i in range(len(grad_output)):
        for k in range(len(weight)):
            gx[i * stride + k] += grad_output[i] * weight[k]
            gw[k] += grad_output[i] * x[i + k]
    return gx, gw
# %% wrong: grad_x as long as the windows reach, shorter than x if the stride leaves a rest
def conv1d_backward(grad_output, x, weight, stride=1):
    K, n = len(weight), len(grad_output)
    gx = np.zeros((n - 1) * stride + K)
    gw = np.zeros(K)
    for i in range(n):
        gx[i * stride:i * stride + K] += grad_output[i] * weight
        gw += grad_output[i] * x[i * stride:i * stride + K]
    return gx, gw
# %% wrong: zeros_like of integer arguments cut the fractions (integer x or weight)
def conv1d_backward(grad_output, x, weight, stride=1):
    gx, gw = np.zeros_like(x), np.zeros_like(weight)
    for i in range(len(grad_output)):
        for k in range(len(weight)):
            gx[i * stride + k] = gx[i * stride + k] + grad_output[i] * weight[k]
            gw[k] = gw[k] + grad_output[i] * x[i * stride + k]
    return gx, gw
# %% wrong: returns (grad_weight, grad_x)
def conv1d_backward(grad_output, x, weight, stride=1):
    v = np.lib.stride_tricks.sliding_window_view(x, len(weight))[::stride]
    gx = np.zeros(len(x))
    for i, g in enumerate(grad_output):
        gx[i * stride:i * stride + len(weight)] += g * weight
    return grad_output @ v, gx
# %% right: scatter
def conv1d_backward(grad_output, x, weight, stride=1):
    gx, gw = np.zeros(len(x)), np.zeros(len(weight))
    for i, g in enumerate(grad_output):
        s = slice(i * stride, i * stride + len(weight))
        gx[s] += g * weight
        gw += g * x[s]
    return gx, gw
# %% right: matrix of the layer
def conv1d_backward(grad_output, x, weight, stride=1):
    idx = np.arange(len(grad_output))[:, None] * stride + np.arange(len(weight))
    gx = np.bincount(idx.ravel(), np.outer(grad_output, weight).ravel(), minlength=len(x))
    return gx, grad_output @ x[idx]
