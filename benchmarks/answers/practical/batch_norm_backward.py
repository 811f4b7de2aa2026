# %% wrong: mean and variance are taken as constants: grad_x is weight / sigma * grad_output, without the parts that are taken out
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    ax = (0, 2, 3)
    sigma = np.sqrt(x.var(axis=ax, keepdims=True) + eps)
    normal = (x - x.mean(axis=ax, keepdims=True)) / sigma
    w = weight.reshape(1, -1, 1, 1)
    return w / sigma * grad_output, (grad_output * normal).sum(axis=ax), grad_output.sum(axis=ax)
# %% wrong: sums stand in grad_x in place of the means (shift and stretch are N·H·W times too large)
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    mu = x.mean((0, 2, 3), keepdims=True)
    inv = 1 / np.sqrt(((x - mu) ** 2).mean((0, 2, 3), keepdims=True) + eps)
    xhat = (x - mu) * inv
    dgamma = np.einsum("nchw,nchw->c", grad_output, xhat)
    dbeta = np.einsum("nchw->c", grad_output)
    dx = weight[None, :, None, None] * inv * (grad_output - dbeta[None, :, None, None] - xhat * dgamma[None, :, None, None])
    return dx, dgamma, dbeta
# %% wrong: two mistakes: grad_weight is made with x instead of the normalised x, and grad_weight and grad_bias are means instead of sums
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    grad_x = np.empty(x.shape)
    grad_weight, grad_bias = np.empty(len(weight)), np.empty(len(weight))
    for c in range(x.shape[1]):
        v, g = x[:, c], grad_output[:, c]
        s = math.sqrt(v.var() + eps)
        h = (v - v.mean()) / s
        grad_x[:, c] = weight[c] / s * (g - g.mean() - h * (g * h).mean())
        grad_weight[c], grad_bias[c] = (g * v).mean(), g.mean()
    return grad_x, grad_weight, grad_bias
# %% wrong: the weight (C,) is multiplied without being lined up with the channels: it runs along the width; ValueError unless W equals C (or C is 1)
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    def m(a):
        return a.mean(axis=(0, 2, 3), keepdims=True)
    sigma = np.sqrt(m(x * x) - m(x) ** 2 + eps)
    normal = (x - m(x)) / sigma
    grad_x = weight / sigma * (grad_output - m(grad_output) - normal * m(grad_output * normal))
    return grad_x, (grad_output * normal).sum(axis=(0, 2, 3)), grad_output.sum(axis=(0, 2, 3))
# %% right: through the graph: variance and mean as stations of their own
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    C = x.shape[1]
    v = np.moveaxis(x, 1, 0).reshape(C, -1)
    g = np.moveaxis(grad_output, 1, 0).reshape(C, -1)
    n = v.shape[1]
    centred = v - v.mean(1, keepdims=True)
    var = (centred ** 2).mean(1, keepdims=True) + eps
    gh = g * weight[:, None]
    g_var = (gh * centred).sum(1, keepdims=True) * -0.5 * var ** -1.5
    g_centred = gh / np.sqrt(var) + g_var * 2 * centred / n
    g_v = g_centred - g_centred.mean(1, keepdims=True)
    N, _, H, W = x.shape
    grad_x = np.moveaxis(g_v.reshape(C, N, H, W), 0, 1)
    return grad_x, (g * centred / np.sqrt(var)).sum(1), g.sum(1)
