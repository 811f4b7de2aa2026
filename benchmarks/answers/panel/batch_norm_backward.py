# %% wrong: in grad_x stand sums and not means of g and of g * normal
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    ax = (0, 2, 3)
    sigma = np.sqrt(x.var(axis=ax, keepdims=True) + eps)
    normal = (x - x.mean(axis=ax, keepdims=True)) / sigma
    grad_bias = grad_output.sum(axis=ax)
    grad_weight = (grad_output * normal).sum(axis=ax)
    col = lambda v: v.reshape(1, -1, 1, 1)
    grad_x = col(weight) / sigma * (grad_output - col(grad_bias) - normal * col(grad_weight))
    return grad_x, grad_weight, grad_bias
# %% wrong: the part along the normalised x is not taken out of grad_x (the variance is treated as a constant)
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    mean = x.mean(axis=(0, 2, 3), keepdims=True)
    std = np.sqrt(x.var(axis=(0, 2, 3), keepdims=True) + eps)
    x_hat = (x - mean) / std
    g = grad_output
    grad_x = weight[None, :, None, None] / std * (g - g.mean(axis=(0, 2, 3), keepdims=True))
    return grad_x, (g * x_hat).sum(axis=(0, 2, 3)), g.sum(axis=(0, 2, 3))
# %% wrong: grad_weight is the sum of grad_output * x, with x as it came in and not normalised
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    over = dict(axis=(0, 2, 3), keepdims=True)
    s = np.sqrt(np.var(x, **over) + eps)
    n = (x - np.mean(x, **over)) / s
    gx = weight.reshape(1, -1, 1, 1) / s * (
        grad_output - np.mean(grad_output, **over) - n * np.mean(grad_output * n, **over))
    gw = np.einsum("nchw,nchw->c", grad_output, x)
    gb = np.einsum("nchw->c", grad_output)
    return gx, gw, gb
# %% wrong: two mistakes: weight is forgotten in grad_x (shows when it is not 1), and grad_bias is the mean of grad_output and not the sum
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    grad_x = np.zeros(x.shape)
    grad_weight = np.zeros(len(weight))
    grad_bias = np.zeros(len(weight))
    for c in range(x.shape[1]):
        g, xc = grad_output[:, c], x[:, c]
        sd = np.sqrt(xc.var() + eps)
        xn = (xc - xc.mean()) / sd
        grad_x[:, c] = (g - g.mean() - xn * np.mean(g * xn)) / sd
        grad_weight[c] = np.sum(g * xn)
        grad_bias[c] = np.mean(g)
    return grad_x, grad_weight, grad_bias
# %% right: three paths, through normal, variance and mean, as in the paper
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    C = x.shape[1]
    X = np.swapaxes(x, 0, 1).reshape(C, -1)
    G = np.swapaxes(grad_output, 0, 1).reshape(C, -1)
    M = X.shape[1]
    centred = X - X.mean(1, keepdims=True)
    inv = 1 / np.sqrt((centred**2).mean(1, keepdims=True) + eps)
    d_normal = G * np.asarray(weight)[:, None]
    d_var = -0.5 * (d_normal * centred).sum(1, keepdims=True) * inv**3
    d_mean = -(d_normal * inv).sum(1, keepdims=True)   # sum of centred is 0
    dX = d_normal * inv + d_var * 2 * centred / M + d_mean / M
    N, _, H, W = x.shape
    return dX.reshape(C, N, H, W).swapaxes(0, 1), (G * centred * inv).sum(1), G.sum(1)
