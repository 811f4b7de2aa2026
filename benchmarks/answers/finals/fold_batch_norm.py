# %% wrong: a convolution without a bias is not thought of: None times an array, a TypeError
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    scale = bn_weight / np.sqrt(running_var + eps)
    return weight * scale[:, None, None, None], bias * scale + bn_bias - running_mean * scale
# %% wrong: the convolution's own bias does not go through the norm, it is added unscaled
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    s = bn_weight / np.sqrt(running_var + eps)
    shift = bn_bias - s * running_mean
    if bias is not None:
        shift = shift + bias
    return np.einsum("ocij,o->ocij", weight, s), shift
# %% wrong: the input channels are scaled, the second axis of the weight (a ValueError unless they are as many)
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    b = np.zeros(weight.shape[0]) if bias is None else bias
    factor = bn_weight / (running_var + eps) ** 0.5
    return weight * factor.reshape(1, -1, 1, 1), (b - running_mean) * factor + bn_bias
# %% wrong: divided by the variance, the root is forgotten
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    b = 0 if bias is None else bias
    folded = np.empty_like(weight)
    for o in range(len(weight)):
        folded[o] = weight[o] * bn_weight[o] / (running_var[o] + eps)
    return folded, (b - running_mean) * bn_weight / (running_var + eps) + bn_bias
# %% wrong: multiplies the caller's weight in place
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    scale = bn_weight / np.sqrt(running_var + eps)
    for filt, s in zip(weight, scale):
        filt *= s
    if bias is None:
        bias = np.zeros_like(running_mean)
    return weight, (bias - running_mean) * scale + bn_bias
# %% right: probing the norm at 0 and 1
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    def norm(y):
        return (y - running_mean) / np.sqrt(running_var + eps) * bn_weight + bn_bias

    slope = bn_weight / np.sqrt(running_var + eps)
    flat = weight.reshape(len(weight), -1)
    start = np.zeros(len(weight)) if bias is None else np.asarray(bias)
    return (np.diag(slope) @ flat).reshape(weight.shape), norm(start)
