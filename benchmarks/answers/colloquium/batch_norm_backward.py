# %% wrong: grad_weight is the sum of grad_output · x instead of grad_output · normalised x
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    ax = (0, 2, 3)
    mean, var = x.mean(axis=ax, keepdims=True), x.var(axis=ax, keepdims=True)
    sigma = np.sqrt(var + eps)
    normal = (x - mean) / sigma
    g = grad_output
    rest = g - g.mean(axis=ax, keepdims=True) - normal * (g * normal).mean(axis=ax, keepdims=True)
    return weight[:, None, None] / sigma * rest, (g * x).sum(axis=ax), g.sum(axis=ax)
# %% wrong: the part along the normalised x uses mean(g) · mean(x̂) instead of mean(g · x̂), so it vanishes and the stretch is not taken out
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    kw = dict(axis=(0, 2, 3), keepdims=True)
    sigma = np.sqrt(x.var(**kw) + eps)
    x_hat = (x - x.mean(**kw)) / sigma
    shift = grad_output.mean(**kw)
    stretch = x_hat * grad_output.mean(**kw) * x_hat.mean(**kw)
    grad_x = weight.reshape(1, -1, 1, 1) / sigma * (grad_output - shift - stretch)
    grad_weight = (grad_output * x_hat).sum(axis=(0, 2, 3))
    grad_bias = grad_output.sum(axis=(0, 2, 3))
    return grad_x, grad_weight, grad_bias
# %% wrong: grad_weight and grad_bias are means over N, H and W instead of sums
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    def mean(a):
        return a.mean(axis=(0, 2, 3), keepdims=True)
    sigma = np.sqrt(x.var(axis=(0, 2, 3), keepdims=True) + eps)
    normal = (x - mean(x)) / sigma
    gamma = weight.reshape(1, -1, 1, 1)
    along = mean(grad_output * normal)
    grad_x = gamma / sigma * (grad_output - mean(grad_output) - normal * along)
    return grad_x, along.ravel(), mean(grad_output).ravel()
# %% wrong: grad_x is divided by the variance instead of the deviation, the root is missing in the last division
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    grad_x = np.empty(x.shape)
    grad_w, grad_b = np.empty(len(weight)), np.empty(len(weight))
    for c in range(len(weight)):
        xc, g = x[:, c], grad_output[:, c]
        var = xc.var() + eps
        normal = (xc - xc.mean()) / np.sqrt(var)
        grad_x[:, c] = weight[c] / var * (g - g.mean() - normal * np.mean(g * normal))
        grad_w[c] = np.sum(g * normal)
        grad_b[c] = np.sum(g)
    return grad_x, grad_w, grad_b
# %% right: the three paths by the chain rule, one after the other
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    c = x.shape[1]
    t = x.swapaxes(0, 1).reshape(c, -1).astype(float)
    g = grad_output.swapaxes(0, 1).reshape(c, -1).astype(float)
    n = t.shape[1]
    away = t - t.mean(1)[:, None]
    inverse = 1 / np.sqrt((away**2).mean(1) + eps)
    to_normal = g * weight[:, None]
    to_var = (to_normal * away).sum(1) * -0.5 * inverse**3
    to_mean = -(to_normal.sum(1) * inverse)
    gx = to_normal * inverse[:, None] + (to_var * 2 / n)[:, None] * away + to_mean[:, None] / n
    shape = (c, x.shape[0], *x.shape[2:])
    return gx.reshape(shape).swapaxes(0, 1), (g * away).sum(1) * inverse, g.sum(1)
