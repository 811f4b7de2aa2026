# %% wrong: in grad_x the path through the variance is forgotten: the part x_hat * mean(g * x_hat) is not subtracted
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    axes = (0, 2, 3)
    mean = x.mean(axis=axes, keepdims=True)
    var = x.var(axis=axes, keepdims=True)
    normal = (x - mean) / np.sqrt(var + eps)
    gamma = weight.reshape(1, -1, 1, 1)
    grad_x = gamma / np.sqrt(var + eps) * (grad_output - grad_output.mean(axis=axes, keepdims=True))
    return grad_x, (grad_output * normal).sum(axis=axes), grad_output.sum(axis=axes)
# %% wrong: grad_weight is the sum of grad_output * x instead of grad_output * x_hat, the normalised x
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    axes = (0, 2, 3)
    mu = x.mean(axes, keepdims=True)
    sigma = np.sqrt(x.var(axes, keepdims=True) + eps)
    x_hat = (x - mu) / sigma
    g = grad_output
    grad_x = weight[:, None, None] / sigma * (
        g - g.mean(axes, keepdims=True) - x_hat * (g * x_hat).mean(axes, keepdims=True))
    return grad_x, np.sum(g * x, axis=axes), np.sum(g, axis=axes)
# %% wrong: in grad_x stand sums of g and of g * x_hat over N, H and W instead of means
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    var = np.var(x, axis=(0, 2, 3), keepdims=True)
    normal = (x - np.mean(x, axis=(0, 2, 3), keepdims=True)) / np.sqrt(var + eps)
    sum_g = grad_output.sum(axis=(0, 2, 3), keepdims=True)
    sum_gn = (grad_output * normal).sum(axis=(0, 2, 3), keepdims=True)
    grad_x = (grad_output - sum_g - normal * sum_gn) * weight.reshape(1, -1, 1, 1) / np.sqrt(var + eps)
    return grad_x, sum_gn.ravel(), sum_g.ravel()
# %% wrong: two mistakes: the factor gamma (weight) is missing in grad_x, and grad_weight and grad_bias are returned in exchanged order
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    kw = dict(axis=(0, 2, 3), keepdims=True)
    std = np.sqrt(x.var(**kw) + eps)
    n = (x - x.mean(**kw)) / std
    grad_bias = grad_output.sum(axis=(0, 2, 3))
    grad_weight = (grad_output * n).sum(axis=(0, 2, 3))
    grad_x = (grad_output - grad_output.mean(**kw) - n * (grad_output * n).mean(**kw)) / std
    return grad_x, grad_bias, grad_weight
# %% right: path by path (directly, through the variance, through the mean), by the chain rule
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    rows = lambda a: np.swapaxes(a, 0, 1).reshape(a.shape[1], -1)
    g, values = rows(np.asarray(grad_output, dtype=float)), rows(np.asarray(x, dtype=float))
    n = values.shape[1]
    centred = values - values.mean(axis=1)[:, None]
    inverse = ((centred**2).mean(axis=1) + eps) ** -0.5
    grad_weight = np.einsum("cn,cn,c->c", g, centred, inverse)
    grad_bias = g.sum(axis=1)

    grad_normal = g * np.reshape(weight, (-1, 1))
    grad_centred = grad_normal * inverse[:, None]
    grad_var = -0.5 * (grad_normal * centred).sum(axis=1) * inverse**3
    grad_centred += grad_var[:, None] * 2 * centred / n
    grad_rows = grad_centred - grad_centred.mean(axis=1, keepdims=True)
    shape = np.swapaxes(x, 0, 1).shape
    return np.swapaxes(grad_rows.reshape(shape), 0, 1), grad_weight, grad_bias
