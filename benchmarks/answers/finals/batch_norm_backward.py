# %% wrong: mean and variance are treated as constants: only the direct path
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    ax = (0, 2, 3)
    mu, sd = x.mean(axis=ax, keepdims=True), np.sqrt(x.var(axis=ax, keepdims=True) + eps)
    xhat = (x - mu) / sd
    return grad_output * weight[:, None, None] / sd, (grad_output * xhat).sum(axis=ax), grad_output.sum(axis=ax)
# %% wrong: the stretch is not taken out, the path through the variance is missing
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    gx, gw, gb = np.zeros(x.shape), np.zeros(len(weight)), np.zeros(len(weight))
    for c in range(len(weight)):
        v, g = x[:, c], grad_output[:, c]
        sigma = math.sqrt(v.var() + eps)
        normal = (v - v.mean()) / sigma
        gx[:, c] = weight[c] / sigma * (g - g.mean())
        gw[c], gb[c] = np.sum(g * normal), np.sum(g)
    return gx, gw, gb
# %% wrong: sums instead of means are taken out in grad_x
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    axes = (0, 2, 3)
    std = np.sqrt(x.var(axis=axes, keepdims=True) + eps)
    normal = (x - x.mean(axis=axes, keepdims=True)) / std
    shift = grad_output.sum(axis=axes, keepdims=True)
    stretch = (grad_output * normal).sum(axis=axes, keepdims=True)
    gx = weight.reshape(1, -1, 1, 1) / std * (grad_output - shift - normal * stretch)
    return gx, stretch.ravel(), shift.ravel()
# %% wrong: grad_weight is multiplied with x itself and not with the normalised x
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    m = x.size // x.shape[1]
    mean = np.einsum("nchw->c", x) / m
    centred = x - mean[:, None, None]
    inv = 1 / np.sqrt(np.einsum("nchw,nchw->c", centred, centred) / m + eps)
    xhat = centred * inv[:, None, None]
    g = grad_output
    db = np.einsum("nchw->c", g)
    proj = np.einsum("nchw,nchw->c", g, xhat)
    dx = (weight * inv)[:, None, None] * (g - db[:, None, None] / m - xhat * proj[:, None, None] / m)
    return dx, np.einsum("nchw,nchw->c", g, x), db
# %% right: by the three paths, as in the paper
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    axes, col = (0, 2, 3), (1, -1, 1, 1)
    count = x.size / x.shape[1]
    mean = x.mean(axis=axes).reshape(col)
    root = np.sqrt(x.var(axis=axes).reshape(col) + eps)
    to_normal = grad_output * np.reshape(weight, col)
    to_var = (to_normal * (x - mean)).sum(axis=axes).reshape(col) * -0.5 * root ** -3
    to_mean = -(to_normal / root).sum(axis=axes).reshape(col)
    grad_x = to_normal / root + to_var * 2 * (x - mean) / count + to_mean / count
    return grad_x, (grad_output * (x - mean) / root).sum(axis=axes), grad_output.sum(axis=axes)
