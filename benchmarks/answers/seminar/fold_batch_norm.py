# %% wrong: the old bias of the convolution is added as it is, not multiplied by the scale; shows only with a bias
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    scale = bn_weight / np.sqrt(running_var + eps)
    new_weight = weight * scale[:, None, None, None]
    new_bias = bn_bias - running_mean * scale
    if bias is not None:
        new_bias = new_bias + bias
    return new_weight, new_bias
# %% wrong: a convolution without a bias gets bn_bias alone, without the part of the running mean; with a bias it is right
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    s = bn_weight / np.sqrt(running_var + eps)
    w = np.einsum("oihw,o->oihw", weight, s)
    if bias is None:
        return w, bn_bias.copy()
    return w, (bias - running_mean) * s + bn_bias
# %% wrong: the numbers are right, but the weight passed is changed in place (and the bias, if there is one)
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    if bias is None:
        bias = np.zeros(len(weight))
    std = np.sqrt(running_var + eps)
    for o in range(len(weight)):
        weight[o] *= bn_weight[o] / std[o]
        bias[o] = bn_weight[o] * (bias[o] - running_mean[o]) / std[o] + bn_bias[o]
    return weight, bias
# %% wrong: divides by the running variance + eps without the root; shows unless the variance is 1
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    b = 0 if bias is None else bias
    factor = bn_weight / (running_var + eps)
    return weight * factor.reshape(-1, 1, 1, 1), factor * (b - running_mean) + bn_bias
# %% right: a diagonal matrix times the filters as rows, the bias as one more column
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    filters = len(weight)
    extra = -running_mean if bias is None else bias - running_mean
    table = np.hstack([weight.reshape(filters, -1), np.reshape(extra, (filters, 1))])
    table = np.diag(bn_weight * (running_var + eps) ** -0.5) @ table
    return table[:, :-1].reshape(weight.shape), table[:, -1] + bn_bias
