# %% wrong: the bias of the convolution is not multiplied by the scale
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    if bias is None:
        bias = np.zeros_like(running_mean)
    scale = bn_weight / np.sqrt(running_var + eps)
    shift = bn_bias - running_mean * scale
    return weight * scale[:, None, None, None], bias + shift

# %% wrong: the scale lies along the input channels of the weight, not along the output channels
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    def column(values):
        return np.reshape(values, (1, -1, 1, 1))

    if bias is None:
        bias = 0.0
    scale = bn_weight / np.sqrt(running_var + eps)
    return weight * column(scale), (bias - running_mean) * scale + bn_bias

# %% wrong: a convolution without a bias is forgotten, None goes into the subtraction
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    sigma = (running_var + eps) ** 0.5
    new_weight = np.einsum("oikl,o->oikl", weight, bn_weight / sigma)
    new_bias = bn_weight * (bias - running_mean) / sigma + bn_bias
    return new_weight, new_bias

# %% right: filters as rows, with the bias as one more column, times a diagonal matrix
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    filters = len(weight)
    start = np.zeros(filters) if bias is None else np.asarray(bias)
    rows = np.column_stack([weight.reshape(filters, -1), start - running_mean])
    rows = np.diag(bn_weight / np.sqrt(running_var + eps)) @ rows
    return rows[:, :-1].reshape(weight.shape), rows[:, -1] + bn_bias
