# %% wrong: the part along the normalised x is not taken out of grad_x (only the mean of g is); shows always
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    ax = (0, 2, 3)
    mu = x.mean(axis=ax, keepdims=True)
    sigma = np.sqrt(x.var(axis=ax, keepdims=True) + eps)
    normal = (x - mu) / sigma
    grad_bias = grad_output.sum(axis=ax)
    grad_weight = (grad_output * normal).sum(axis=ax)
    g_mean = grad_output.mean(axis=ax, keepdims=True)
    grad_x = weight.reshape(1, -1, 1, 1) / sigma * (grad_output - g_mean)
    return grad_x, grad_weight, grad_bias
# %% wrong: the two means of g inside grad_x are taken for each image alone (over H and W); shows with more than one image
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    m = x.mean(axis=(0, 2, 3), keepdims=True)
    s = np.sqrt(x.var(axis=(0, 2, 3), keepdims=True) + eps)
    xh = (x - m) / s
    g1 = grad_output.mean(axis=(2, 3), keepdims=True)
    g2 = (grad_output * xh).mean(axis=(2, 3), keepdims=True)
    gx = weight[None, :, None, None] / s * (grad_output - g1 - xh * g2)
    return gx, np.einsum("nchw,nchw->c", grad_output, xh), np.einsum("nchw->c", grad_output)
# %% wrong: weight (gamma) is forgotten in grad_x; shows where weight is not 1
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    grad_x = np.zeros(x.shape)
    grad_weight = np.zeros(len(weight))
    grad_bias = np.zeros(len(weight))
    for c in range(len(weight)):
        g, values = grad_output[:, c], x[:, c]
        std = math.sqrt(values.var() + eps)
        normal = (values - values.mean()) / std
        grad_x[:, c] = (g - g.mean() - normal * (g * normal).mean()) / std
        grad_weight[c] = (g * normal).sum()
        grad_bias[c] = g.sum()
    return grad_x, grad_weight, grad_bias
# %% wrong: grad_weight is the sum of g times x itself, not times the normalised x; shows always
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    axes = (0, 2, 3)
    mean, var = x.mean(axes, keepdims=True), x.var(axes, keepdims=True)
    normal = (x - mean) / np.sqrt(var + eps)
    grad_bias = grad_output.sum(axes)
    grad_weight = (grad_output * x).sum(axes)
    rest = (grad_output - grad_output.mean(axes, keepdims=True)
            - normal * (grad_output * normal).mean(axes, keepdims=True))
    return rest * np.reshape(weight, (1, -1, 1, 1)) / np.sqrt(var + eps), grad_weight, grad_bias
# %% right: by the chain rule over the three paths (direct, variance, mean), as in the paper
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    g = np.moveaxis(grad_output, 1, -1)
    v = np.moveaxis(x, 1, -1)
    n = v[..., 0].size
    total = lambda a: a.reshape(-1, a.shape[-1]).sum(axis=0)
    d = v - total(v) / n
    var = total(d * d) / n + eps
    dhat = g * weight
    dvar = total(dhat * d) * -0.5 * var ** -1.5
    dmean = -total(dhat) / np.sqrt(var) + dvar * -2 * total(d) / n
    dx = dhat / np.sqrt(var) + dvar * 2 * d / n + dmean / n
    return np.moveaxis(dx, -1, 1), total(g * d / np.sqrt(var)), total(g)
