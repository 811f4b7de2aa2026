# %% wrong: in grad_x stand the sums of g and of g * normal instead of their means
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    axes = (0, 2, 3)
    mean = x.mean(axis=axes, keepdims=True)
    std = np.sqrt(x.var(axis=axes, keepdims=True) + eps)
    normal = (x - mean) / std
    db = grad_output.sum(axis=axes, keepdims=True)
    dw = (grad_output * normal).sum(axis=axes, keepdims=True)
    dx = weight.reshape(1, -1, 1, 1) / std * (grad_output - db - normal * dw)
    return dx, dw.ravel(), db.ravel()
# %% wrong: the path through the variance is forgotten: grad_x subtracts only mean(g), not the part along normal
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    g = grad_output
    mu, var = x.mean((0, 2, 3), keepdims=True), x.var((0, 2, 3), keepdims=True)
    xhat = (x - mu) / np.sqrt(var + eps)
    gamma = weight[None, :, None, None]
    grad_x = gamma / np.sqrt(var + eps) * (g - g.mean((0, 2, 3), keepdims=True))
    return grad_x, np.sum(g * xhat, (0, 2, 3)), np.sum(g, (0, 2, 3))
# %% wrong: grad_weight multiplies the gradient by x itself, not by the normalised x; grad_x and grad_bias are right
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    grad_x = np.zeros_like(x)
    C = x.shape[1]
    grad_weight, grad_bias = np.zeros(C), np.zeros(C)
    for c in range(C):
        xc, gc = x[:, c], grad_output[:, c]
        s = np.sqrt(xc.var() + eps)
        n = (xc - xc.mean()) / s
        grad_x[:, c] = weight[c] / s * (gc - gc.mean() - n * (gc * n).mean())
        grad_weight[c] = (gc * xc).sum()
        grad_bias[c] = gc.sum()
    return grad_x, grad_weight, grad_bias
# %% wrong: the factor weight is missing in grad_x; right for a weight of ones
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    m = lambda a: a.mean(axis=(0, 2, 3), keepdims=True)
    sigma = np.sqrt(m((x - m(x)) ** 2) + eps)
    hat = (x - m(x)) / sigma
    gx = (grad_output - m(grad_output) - hat * m(grad_output * hat)) / sigma
    return gx, np.einsum("nchw,nchw->c", grad_output, hat), np.einsum("nchw->c", grad_output)
# %% right: the three paths written out one after the other, on rows of numbers
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    N, C, H, W = x.shape
    rows = lambda a: a.swapaxes(0, 1).reshape(C, -1)
    v, g = rows(x), rows(grad_output)
    n = v.shape[1]
    apart = v - v.sum(1, keepdims=True) / n
    inv = 1 / np.sqrt((apart**2).sum(1, keepdims=True) / n + eps)
    gn = g * np.reshape(weight, (C, 1))                   # gradient of the normalised numbers
    gvar = (gn * apart).sum(1, keepdims=True) * -0.5 * inv**3
    gmean = -(gn * inv).sum(1, keepdims=True)             # the variance has no slope in the mean
    gv = gn * inv + gvar * 2 * apart / n + gmean / n
    back = gv.reshape(C, N, H, W).swapaxes(0, 1)
    return back, (g * apart * inv).sum(1), g.sum(1)
