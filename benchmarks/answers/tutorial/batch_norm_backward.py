# %% wrong: grad_x is not multiplied by weight (γ); right where γ is 1
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    axes = (0, 2, 3)
    sigma = np.sqrt(x.var(axis=axes, keepdims=True) + eps)
    normal = (x - x.mean(axis=axes, keepdims=True)) / sigma
    shift = grad_output.mean(axis=axes, keepdims=True)
    stretch = normal * (grad_output * normal).mean(axis=axes, keepdims=True)
    grad_x = (grad_output - shift - stretch) / sigma
    return grad_x, (grad_output * normal).sum(axis=axes), grad_output.sum(axis=axes)
# %% wrong: the means of the gradient are taken without keepdims, so (C,) meets the columns: ValueError unless W equals C (wrong numbers then) or C is 1 (right then)
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    mean, var = x.mean((0, 2, 3), keepdims=True), x.var((0, 2, 3), keepdims=True)
    xhat = (x - mean) / np.sqrt(var + eps)
    g_mean = grad_output.mean((0, 2, 3))
    gx_mean = (grad_output * xhat).mean((0, 2, 3))
    dx = weight.reshape(1, -1, 1, 1) / np.sqrt(var + eps) * (grad_output - g_mean - xhat * gx_mean)
    return dx, np.sum(grad_output * xhat, axis=(0, 2, 3)), np.sum(grad_output, axis=(0, 2, 3))
# %% wrong: two mistakes: mean and variance are treated as constants, so neither the shift nor the stretch is taken out of grad_x, and grad_weight and grad_bias are means instead of sums
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    axes = 0, 2, 3
    column = weight[None, :, None, None]
    sd = np.sqrt(np.var(x, axis=axes, keepdims=True) + eps)
    z = (x - np.mean(x, axis=axes, keepdims=True)) / sd
    return column * grad_output / sd, (grad_output * z).mean(axis=axes), grad_output.mean(axis=axes)
# %% wrong: mean(g · x̂) is one number over all channels instead of one for each channel; right for one channel
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    grad_x = np.zeros(x.shape)
    hats, grad_weight, grad_bias = np.zeros(x.shape), np.zeros(len(weight)), np.zeros(len(weight))
    for c in range(x.shape[1]):
        hats[:, c] = (x[:, c] - x[:, c].mean()) / np.sqrt(x[:, c].var() + eps)
        grad_weight[c] = np.sum(grad_output[:, c] * hats[:, c])
        grad_bias[c] = np.sum(grad_output[:, c])
    for c in range(x.shape[1]):
        g = grad_output[:, c]
        rest = g - g.mean() - hats[:, c] * np.mean(grad_output * hats)
        grad_x[:, c] = weight[c] / np.sqrt(x[:, c].var() + eps) * rest
    return grad_x, grad_weight, grad_bias
# %% right: in sums, as one fraction
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    count = x.size // x.shape[1]
    centred = x - np.einsum("nchw->c", x)[:, None, None] / count
    inverse = 1 / np.sqrt(np.einsum("nchw,nchw->c", centred, centred) / count + eps)
    normal = centred * inverse[:, None, None]
    grad_bias = np.einsum("nchw->c", grad_output)
    grad_weight = np.einsum("nchw,nchw->c", grad_output, normal)
    inside = count * grad_output - grad_bias[:, None, None] - normal * grad_weight[:, None, None]
    return (weight * inverse / count)[:, None, None] * inside, grad_weight, grad_bias
