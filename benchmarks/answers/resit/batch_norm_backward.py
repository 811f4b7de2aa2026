# %% wrong: the part along x̂ is missing in grad_x: the path through the variance is forgotten
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    axes = (0, 2, 3)
    mean = x.mean(axis=axes, keepdims=True)
    sigma = np.sqrt(x.var(axis=axes, keepdims=True) + eps)
    normal = (x - mean) / sigma
    grad_x = weight.reshape(1, -1, 1, 1) / sigma * (grad_output - grad_output.mean(axis=axes, keepdims=True))
    return grad_x, (grad_output * normal).sum(axis=axes), grad_output.sum(axis=axes)
# %% wrong: sums instead of means stand in grad_x
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    over = dict(axis=(0, 2, 3), keepdims=True)
    sigma = np.sqrt(x.var(**over) + eps)
    normal = (x - x.mean(**over)) / sigma
    grad_bias = grad_output.sum(**over)
    grad_weight = (grad_output * normal).sum(**over)
    grad_x = weight[:, None, None] / sigma * (grad_output - grad_bias - normal * grad_weight)
    return grad_x, grad_weight.ravel(), grad_bias.ravel()
# %% wrong: grad_weight is the sum of grad_output times x instead of times the normalised x
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    def mean(values):
        return values.mean(axis=(0, 2, 3), keepdims=True)

    sigma = np.sqrt(mean((x - mean(x)) ** 2) + eps)
    normal = (x - mean(x)) / sigma
    rest = grad_output - mean(grad_output) - normal * mean(grad_output * normal)
    grad_x = np.reshape(weight, (1, -1, 1, 1)) / sigma * rest
    return grad_x, np.einsum("nchw,nchw->c", grad_output, x), np.einsum("nchw->c", grad_output)
# %% wrong: two mistakes: γ is missing in grad_x (weight is never used), and grad_bias is the mean of grad_output, not its sum
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    axes = (0, 2, 3)
    mean, var = x.mean(axis=axes, keepdims=True), x.var(axis=axes, keepdims=True)
    normal = (x - mean) / np.sqrt(var + eps)
    shift = grad_output.mean(axis=axes, keepdims=True)
    stretch = normal * (grad_output * normal).mean(axis=axes, keepdims=True)
    grad_x = (grad_output - shift - stretch) / np.sqrt(var + eps)
    return grad_x, np.sum(grad_output * normal, axis=axes), np.mean(grad_output, axis=axes)
# %% right: the three paths one by one
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    grad_x, grad_weight, grad_bias = np.empty(x.shape), np.empty(len(weight)), np.empty(len(weight))
    for c in range(len(weight)):
        g, apart = grad_output[:, c] * weight[c], x[:, c] - x[:, c].mean()
        sigma = math.sqrt((apart**2).mean() + eps)
        grad_var = -(g * apart).sum() / (2 * sigma**3)
        through_var = grad_var * 2 * apart / apart.size
        through_mean = -g.sum() / sigma / g.size
        grad_x[:, c] = g / sigma + through_var + through_mean
        grad_weight[c] = (grad_output[:, c] * apart).sum() / sigma
        grad_bias[c] = grad_output[:, c].sum()
    return grad_x, grad_weight, grad_bias
