# %% wrong: mean and variance are taken as constants, so two of the three paths are missing in grad_x
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    mean = x.mean((0, 2, 3), keepdims=True)
    invstd = 1 / np.sqrt(x.var((0, 2, 3), keepdims=True) + eps)
    x_hat = (x - mean) * invstd
    grad_x = grad_output * weight[None, :, None, None] * invstd
    return grad_x, (grad_output * x_hat).sum((0, 2, 3)), grad_output.sum((0, 2, 3))

# %% wrong: in the derivative by the variance the power stays -1/2 where it should be -3/2
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    axes = (0, 2, 3)
    m = x.size / x.shape[1]
    mu = x.mean(axis=axes, keepdims=True)
    var = x.var(axis=axes, keepdims=True)
    d_normal = grad_output * weight.reshape(1, -1, 1, 1)
    d_var = np.sum(d_normal * (x - mu) * -0.5 * (var + eps) ** -0.5, axis=axes, keepdims=True)
    d_mu = np.sum(-d_normal / np.sqrt(var + eps), axis=axes, keepdims=True)
    d_mu = d_mu + d_var * np.mean(-2 * (x - mu), axis=axes, keepdims=True)
    d_x = d_normal / np.sqrt(var + eps) + d_var * 2 * (x - mu) / m + d_mu / m
    d_gamma = np.sum(grad_output * (x - mu) / np.sqrt(var + eps), axis=axes)
    d_beta = np.sum(grad_output, axis=axes)
    return d_x, d_gamma, d_beta

# %% wrong: two mistakes: grad_weight sums grad_output times x, where the normalised x belongs, and grad_x lacks the factor weight
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    axes = (0, 2, 3)
    sigma = np.sqrt(x.var(axis=axes, keepdims=True) + eps)
    normal = (x - x.mean(axis=axes, keepdims=True)) / sigma
    shift = grad_output.mean(axis=axes, keepdims=True)
    stretch = normal * (grad_output * normal).mean(axis=axes, keepdims=True)
    grad_x = (grad_output - shift - stretch) / sigma
    grad_weight = np.einsum("nchw,nchw->c", grad_output, x)
    grad_bias = np.einsum("nchw->c", grad_output)
    return grad_x, grad_weight, grad_bias

# %% right: a projection, channel by channel
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    grad_x = np.zeros(x.shape)
    grad_weight, grad_bias = np.zeros(x.shape[1]), np.zeros(x.shape[1])
    for c in range(x.shape[1]):
        numbers, g = x[:, c].ravel(), grad_output[:, c].ravel()
        n = len(numbers)
        sigma = math.sqrt(numbers.var() + eps)
        normal = (numbers - numbers.mean()) / sigma
        grad_weight[c], grad_bias[c] = g @ normal, g @ np.ones(n)
        rest = g - grad_bias[c] / n - normal * (grad_weight[c] / n)
        grad_x[:, c] = (weight[c] / sigma * rest).reshape(x[:, c].shape)
    return grad_x, grad_weight, grad_bias
