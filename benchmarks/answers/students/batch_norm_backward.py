# %% wrong: mean and variance held fixed: only grad * weight / sigma, the two correction terms are missing
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    mean = x.mean(axis=(0, 2, 3), keepdims=True)
    sigma = np.sqrt(x.var(axis=(0, 2, 3), keepdims=True) + eps)
    x_hat = (x - mean) / sigma
    grad_weight = (grad_output * x_hat).sum(axis=(0, 2, 3))
    grad_bias = grad_output.sum(axis=(0, 2, 3))
    grad_x = grad_output * weight[:, None, None] / sigma
    return grad_x, grad_weight, grad_bias
# %% wrong: the path through the variance is missing: only the mean of the gradient is taken off
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    axes = (0, 2, 3)
    sigma = np.sqrt(x.var(axis=axes, keepdims=True) + eps)
    x_hat = (x - x.mean(axis=axes, keepdims=True)) / sigma
    g = grad_output * weight[:, None, None]
    grad_x = (g - g.mean(axis=axes, keepdims=True)) / sigma
    return grad_x, (grad_output * x_hat).sum(axis=axes), grad_output.sum(axis=axes)
# %% wrong: grad_weight without x_hat: it multiplies by x itself
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    axes = (0, 2, 3)
    sigma = np.sqrt(x.var(axis=axes, keepdims=True) + eps)
    x_hat = (x - x.mean(axis=axes, keepdims=True)) / sigma
    g = grad_output * weight.reshape(1, -1, 1, 1)
    grad_x = (g - g.mean(axis=axes, keepdims=True) - x_hat * (g * x_hat).mean(axis=axes, keepdims=True)) / sigma
    return grad_x, (grad_output * x).sum(axis=axes), grad_output.sum(axis=axes)
# %% wrong: forgets weight in grad_x (right where weight is 1)
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    axes = (0, 2, 3)
    sigma = np.sqrt(x.var(axis=axes, keepdims=True) + eps)
    x_hat = (x - x.mean(axis=axes, keepdims=True)) / sigma
    g = grad_output
    grad_x = (g - g.mean(axis=axes, keepdims=True) - x_hat * (g * x_hat).mean(axis=axes, keepdims=True)) / sigma
    return grad_x, (g * x_hat).sum(axis=axes), g.sum(axis=axes)
# %% wrong: means instead of sums for the gradients of weight and bias
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    mean = x.mean((0, 2, 3), keepdims=True)
    var = x.var((0, 2, 3), keepdims=True)
    x_hat = (x - mean) / np.sqrt(var + eps)
    gw = (grad_output * x_hat).mean((0, 2, 3))
    gb = grad_output.mean((0, 2, 3))
    gx = weight[:, None, None] / np.sqrt(var + eps) * (grad_output - gb[:, None, None] - x_hat * gw[:, None, None])
    return gx, gw, gb
# %% wrong: n is the batch size, not N·H·W, in the compact formula with sums
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    n = x.shape[0]
    mean = x.mean((0, 2, 3), keepdims=True)
    sigma = np.sqrt(x.var((0, 2, 3), keepdims=True) + eps)
    x_hat = (x - mean) / sigma
    gw = (grad_output * x_hat).sum((0, 2, 3), keepdims=True)
    gb = grad_output.sum((0, 2, 3), keepdims=True)
    gx = weight.reshape(1, -1, 1, 1) / (n * sigma) * (n * grad_output - gb - x_hat * gw)
    return gx, gw.ravel(), gb.ravel()
# %% wrong: sign slip: the term of the variance is added instead of subtracted
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    axes = (0, 2, 3)
    x = x.astype(float)
    sigma = np.sqrt(x.var(axis=axes, keepdims=True) + eps)
    x_hat = (x - x.mean(axis=axes, keepdims=True)) / sigma
    g = weight[None, :, None, None] * grad_output
    grad_x = (g - g.mean(axis=axes, keepdims=True) + x_hat * (g * x_hat).mean(axis=axes, keepdims=True)) / sigma
    return grad_x, np.einsum("nchw,nchw->c", grad_output, x_hat), np.einsum("nchw->c", grad_output)
# %% right: the long way through the graph: variance, mean, then x
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    rows = lambda a: np.moveaxis(a, 1, 0).reshape(a.shape[1], -1)
    g, v = rows(grad_output), rows(x).astype(float)
    n = v.shape[1]
    centred = v - v.mean(axis=1, keepdims=True)
    inv = 1 / np.sqrt((centred ** 2).mean(axis=1, keepdims=True) + eps)
    d_hat = g * np.reshape(weight, (-1, 1))
    d_var = (d_hat * centred).sum(axis=1, keepdims=True) * -0.5 * inv ** 3
    d_mean = -(d_hat * inv).sum(axis=1, keepdims=True)
    d_v = d_hat * inv + d_var * 2 * centred / n + d_mean / n
    n_, c, h, w = x.shape
    grad_x = np.moveaxis(d_v.reshape(c, n_, h, w), 0, 1)
    return grad_x, (g * centred * inv).sum(axis=1), g.sum(axis=1)
