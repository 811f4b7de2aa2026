# %% wrong: in grad_x the last term is mean(g x_hat) alone, not multiplied by x_hat
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    axes = (0, 2, 3)
    sigma = np.sqrt(x.var(axis=axes, keepdims=True) + eps)
    normal = (x - x.mean(axis=axes, keepdims=True)) / sigma
    g = grad_output
    grad_x = weight.reshape(1, -1, 1, 1) / sigma * (
        g - g.mean(axis=axes, keepdims=True) - (g * normal).mean(axis=axes, keepdims=True))
    return grad_x, (g * normal).sum(axis=axes), g.sum(axis=axes)
# %% wrong: grad_weight and grad_bias keep the shape (1, C, 1, 1) instead of (C,), because of keepdims=True
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    over = dict(axis=(0, 2, 3), keepdims=True)
    std = np.sqrt(x.var(**over) + eps)
    x_hat = (x - x.mean(**over)) / std
    grad_bias = grad_output.sum(**over)
    grad_weight = (grad_output * x_hat).sum(**over)
    n = x.size // x.shape[1]
    grad_x = weight[:, None, None] / std * (grad_output - grad_bias / n - x_hat * grad_weight / n)
    return grad_x, grad_weight, grad_bias
# %% wrong: grad_weight is the sum of grad_output times x itself instead of the normalised x
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    mean = x.mean((0, 2, 3), keepdims=True)
    sigma = np.sqrt(x.var((0, 2, 3), keepdims=True) + eps)
    normal = (x - mean) / sigma
    grad_weight = np.einsum("nchw,nchw->c", grad_output, x)
    grad_bias = np.einsum("nchw->c", grad_output)
    shift = grad_output.mean((0, 2, 3), keepdims=True)
    stretch = normal * (grad_output * normal).mean((0, 2, 3), keepdims=True)
    grad_x = weight[None, :, None, None] / sigma * (grad_output - shift - stretch)
    return grad_x, grad_weight, grad_bias
# %% wrong: grad_weight and grad_bias are means over N, H and W instead of sums
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    def mean(values):
        return values.mean(axis=(0, 2, 3), keepdims=True)

    sigma = np.sqrt(mean((x - mean(x)) ** 2) + eps)
    normal = (x - mean(x)) / sigma
    grad_bias, grad_weight = mean(grad_output), mean(grad_output * normal)
    rest = grad_output - grad_bias - normal * grad_weight
    grad_x = np.reshape(weight, (1, -1, 1, 1)) * rest / sigma
    return grad_x, grad_weight.ravel(), grad_bias.ravel()
# %% right: the three paths (direct, through the variance, through the mean), one after the other, a channel at a time
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    grad_x = np.zeros(x.shape)
    grad_weight, grad_bias = [], []
    for c, gamma in enumerate(weight):
        values, g = x[:, c], grad_output[:, c]
        away = values - values.mean()
        root = np.sqrt((away**2).mean() + eps)
        to_normal = gamma * g
        to_var = (to_normal * away).sum() * -0.5 / root**3
        to_mean = -to_normal.sum() / root - 2 * to_var * away.mean()
        grad_x[:, c] = to_normal / root + to_var * 2 * away / away.size + to_mean / away.size
        grad_weight.append((g * away).sum() / root)
        grad_bias.append(g.sum())
    return grad_x, np.array(grad_weight), np.array(grad_bias)
