# %% wrong: the scale lines up with the input channels; crash where C_in is neither 1 nor C_out (and C_out not 1), else wrong numbers or shape
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    scale = bn_weight / np.sqrt(running_var + eps)
    if bias is None:
        bias = np.zeros(len(weight))
    return weight * scale[:, None, None], (bias - running_mean) * scale + bn_bias
# %% wrong: the old bias of the convolution is not scaled; shows with a bias, right without
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    std = np.sqrt(running_var + eps)
    new_weight = np.array([w * g / s for w, g, s in zip(weight, bn_weight, std)])
    new_bias = bn_bias - bn_weight * running_mean / std
    if bias is not None:
        new_bias = new_bias + bias
    return new_weight, new_bias
# %% wrong: the numbers are right, but the weight that was passed is changed in place
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    scale = bn_weight / np.sqrt(running_var + eps)
    shift = bn_bias - scale * running_mean
    for o in range(len(weight)):
        weight[o] *= scale[o]
    if bias is None:
        return weight, shift
    return weight, scale * bias + shift
# %% wrong: a convolution without bias stays without: None comes back instead of the shift; right with a bias
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    scale = bn_weight / (running_var + eps) ** 0.5
    weight = np.einsum("oihw,o->oihw", weight, scale)
    if bias is not None:
        bias = (bias - running_mean) * scale + bn_bias
    return weight, bias
# %% right: the scales as a diagonal matrix, and the bias as one more input column
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    filters = len(weight)
    old = np.zeros(filters) if bias is None else bias
    table = np.column_stack([weight.reshape(filters, -1), old - running_mean])
    table = np.diag(bn_weight * (running_var + eps) ** -0.5) @ table
    return table[:, :-1].reshape(weight.shape), table[:, -1] + bn_bias
