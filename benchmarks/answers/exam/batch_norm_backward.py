# %% wrong: the part along the normalised x is not taken out of grad_x
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    axes = (0, 2, 3)
    sigma = np.sqrt(x.var(axis=axes, keepdims=True) + eps)
    normal = (x - x.mean(axis=axes, keepdims=True)) / sigma
    grad_x = weight.reshape(1, -1, 1, 1) / sigma * (grad_output - grad_output.mean(axis=axes, keepdims=True))
    return grad_x, (grad_output * normal).sum(axis=axes), grad_output.sum(axis=axes)
# %% wrong: grad_output is multiplied by weight first, and grad_weight and grad_bias are then made of that
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    axes = (0, 2, 3)
    sigma = np.sqrt(x.var(axis=axes, keepdims=True) + eps)
    normal = (x - x.mean(axis=axes, keepdims=True)) / sigma
    grad_output = grad_output * weight[None, :, None, None]
    rest = (grad_output - grad_output.mean(axis=axes, keepdims=True)
            - normal * (grad_output * normal).mean(axis=axes, keepdims=True))
    return rest / sigma, (grad_output * normal).sum(axis=axes), grad_output.sum(axis=axes)
# %% wrong: sums instead of means in grad_x
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    axes = (0, 2, 3)
    sigma = np.sqrt(x.var(axis=axes, keepdims=True) + eps)
    normal = (x - x.mean(axis=axes, keepdims=True)) / sigma
    grad_bias = grad_output.sum(axis=axes, keepdims=True)
    grad_weight = (grad_output * normal).sum(axis=axes, keepdims=True)
    grad_x = weight.reshape(1, -1, 1, 1) / sigma * (grad_output - grad_bias - normal * grad_weight)
    return grad_x, grad_weight.ravel(), grad_bias.ravel()
# %% wrong: mean and variance are treated as constants, grad_x is only γ / σ · g
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    axes = (0, 2, 3)
    sigma = np.sqrt(x.var(axis=axes, keepdims=True) + eps)
    normal = (x - x.mean(axis=axes, keepdims=True)) / sigma
    grad_x = grad_output * weight.reshape(1, -1, 1, 1) / sigma
    return grad_x, (grad_output * normal).sum(axis=axes), grad_output.sum(axis=axes)
# %% wrong: grad_weight is the sum of g · x, with x not normalised
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    axes = (0, 2, 3)
    column = lambda values: values.reshape(1, -1, 1, 1)
    mean, var = x.mean(axis=axes), x.var(axis=axes)
    normal = (x - column(mean)) / np.sqrt(column(var) + eps)
    grad_bias = grad_output.sum(axis=axes)
    grad_weight = (grad_output * x).sum(axis=axes)
    inner = grad_output - column(grad_output.mean(axis=axes)) - normal * column((grad_output * normal).mean(axis=axes))
    return column(weight) / np.sqrt(column(var) + eps) * inner, grad_weight, grad_bias
# %% wrong: the gradients of weight and bias are means instead of sums
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    axes = (0, 2, 3)
    sigma = np.sqrt(x.var(axis=axes, keepdims=True) + eps)
    normal = (x - x.mean(axis=axes, keepdims=True)) / sigma
    a = grad_output.mean(axis=axes, keepdims=True)
    b = (grad_output * normal).mean(axis=axes, keepdims=True)
    return weight[:, None, None] / sigma * (grad_output - a - normal * b), b.ravel(), a.ravel()
# %% right: three paths written out
def batch_norm_backward(grad_output, x, weight, eps=1e-5):
    axes = (0, 2, 3)
    n = x.size / x.shape[1]
    centred = x - x.mean(axis=axes, keepdims=True)
    var = (centred ** 2).mean(axis=axes, keepdims=True)
    inverse = 1 / np.sqrt(var + eps)
    grad_normal = grad_output * weight[:, None, None]
    grad_var = (grad_normal * centred).sum(axis=axes, keepdims=True) * -0.5 * inverse ** 3
    grad_mean = -(grad_normal * inverse).sum(axis=axes, keepdims=True)
    grad_x = grad_normal * inverse + grad_var * 2 * centred / n + grad_mean / n
    return grad_x, (grad_output * centred * inverse).sum(axis=axes), grad_output.sum(axis=axes)
