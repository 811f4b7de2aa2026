# %% wrong: in grad_x sums over N, H, W stand where the means should be
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    axes = (0, 2, 3)
    mean = x.mean(axis=axes, keepdims=True)
    sigma = np.sqrt(x.var(axis=axes, keepdims=True) + eps)
    normal = (x - mean) / sigma
    grad_bias = grad_output.sum(axis=axes)
    grad_weight = (grad_output * normal).sum(axis=axes)
    c = lambda v: v.reshape(1, -1, 1, 1)
    grad_x = c(weight) / sigma * (grad_output - c(grad_bias) - normal * c(grad_weight))
    return grad_x, grad_weight, grad_bias
# %% wrong: gamma (weight) is forgotten in grad_x
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    axes = (0, 2, 3)
    keep = dict(axis=axes, keepdims=True)
    sigma = np.sqrt(x.var(**keep) + eps)
    normal = (x - x.mean(**keep)) / sigma
    rest = grad_output - grad_output.mean(**keep) - normal * (grad_output * normal).mean(**keep)
    return rest / sigma, (grad_output * normal).sum(axis=axes), grad_output.sum(axis=axes)
# %% wrong: mean and variance are treated as constants: grad_x is weight / sigma * g, nothing is taken away for shift and stretch
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    mean = x.mean(axis=(0, 2, 3), keepdims=True)
    std = np.sqrt(x.var(axis=(0, 2, 3), keepdims=True) + eps)
    x_hat = (x - mean) / std
    grad_x = grad_output * weight[None, :, None, None] / std
    grad_weight = np.einsum("nchw,nchw->c", grad_output, x_hat)
    grad_bias = np.einsum("nchw->c", grad_output)
    return grad_x, grad_weight, grad_bias
# %% wrong: two mistakes: grad_weight is the sum of g * x with x not normalised, and the last two results are returned in the order grad_bias, grad_weight
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    axes = (0, 2, 3)
    g = grad_output
    sigma = np.sqrt(x.var(axis=axes, keepdims=True) + eps)
    xh = (x - x.mean(axis=axes, keepdims=True)) / sigma
    gx = g - g.mean(axis=axes, keepdims=True) - xh * (g * xh).mean(axis=axes, keepdims=True)
    gx = gx * weight.reshape(1, -1, 1, 1) / sigma
    return gx, g.sum(axis=axes), (g * x).sum(axis=axes)
# %% right: three paths, through x, the variance and the mean, one after the other
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    n = x.size // x.shape[1]
    total = lambda a: a.sum(axis=(0, 2, 3), keepdims=True)
    centred = x - total(x) / n
    inv = (total(centred**2) / n + eps) ** -0.5
    d_normal = grad_output * np.reshape(weight, (1, -1, 1, 1))
    d_var = total(d_normal * centred) * -0.5 * inv**3
    d_centred = d_normal * inv + 2 / n * centred * d_var
    d_x = d_centred - total(d_centred) / n
    return d_x, total(grad_output * centred * inv).ravel(), total(grad_output).ravel()
