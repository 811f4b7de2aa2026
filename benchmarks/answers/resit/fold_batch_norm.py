# %% wrong: the scale is lined up with the input channels (axis 1), not with the filters: a ValueError where both numbers differ
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    scale = bn_weight / np.sqrt(running_var + eps)
    if bias is None:
        bias = np.zeros(len(running_mean))
    return weight * scale.reshape(1, -1, 1, 1), (bias - running_mean) * scale + bn_bias
# %% wrong: the convolution's own bias is added without the scale
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    scale = bn_weight / np.sqrt(running_var + eps)
    shift = bn_bias - running_mean * scale
    folded = np.einsum("o,ocuv->ocuv", scale, weight)
    return folded, shift if bias is None else bias + shift
# %% wrong: a convolution without a bias is not provided for: None - running_mean ends in a TypeError
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    scale = bn_weight / np.sqrt(running_var + eps)
    return weight * scale[:, None, None, None], scale * (bias - running_mean) + bn_bias
# %% wrong: the root is forgotten: divided by the variance, not by the deviation
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    factor = bn_weight / (running_var + eps)
    new = np.array([each * kernel for each, kernel in zip(factor, weight)])
    old = 0 if bias is None else bias
    return new, factor * (old - running_mean) + bn_bias
# %% right: filter by filter, the bias as one more weight
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    filters = weight.reshape(len(weight), -1)
    own = np.zeros(len(weight)) if bias is None else np.asarray(bias)
    rows = np.column_stack([filters, own - running_mean])
    rows = rows / np.sqrt(running_var + eps)[:, None] * np.asarray(bn_weight)[:, None]
    return rows[:, :-1].reshape(weight.shape), rows[:, -1] + bn_bias
