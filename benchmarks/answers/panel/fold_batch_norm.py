# %% wrong: scale is lined up with the input channels (second axis) of weight: crash when C_in is neither 1 nor C_out, wrong weight otherwise
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    scale = bn_weight / np.sqrt(running_var + eps)
    if bias is None:
        bias = np.zeros(len(weight))
    return weight * scale.reshape(1, -1, 1, 1), (bias - running_mean) * scale + bn_bias
# %% wrong: the bias of the convolution is added without being scaled; shows when there is a bias
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    s = bn_weight / np.sqrt(running_var + eps)
    shift = bn_bias - s * running_mean
    new_weight = weight * s[:, None, None, None]
    if bias is None:
        return new_weight, shift
    return new_weight, bias + shift
# %% wrong: for a convolution without bias the new bias is bn_bias alone: the part of the running mean is forgotten
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    sigma = np.sqrt(running_var + eps)
    w = np.array([f * g / d for f, g, d in zip(weight, bn_weight, sigma)])
    if bias is not None:
        b = (bias - running_mean) / sigma * bn_weight + bn_bias
    else:
        b = bn_bias.copy()   # no bias: only the one of the norm
    return w, b
# %% wrong: the weight that was passed is changed in place (the returned numbers are right)
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    scale = bn_weight / np.sqrt(running_var + eps)
    old = 0 if bias is None else bias
    new_bias = scale * (old - running_mean) + bn_bias
    for k in range(len(weight)):
        weight[k] *= scale[k]
    return weight, new_bias
# %% right: a diagonal matrix times the filters as rows, with the bias as one more column
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    n = weight.shape[0]
    b = np.zeros(n) if bias is None else np.asarray(bias)
    rows = np.column_stack([weight.reshape(n, -1), b - running_mean])
    rows = np.diag(bn_weight / np.sqrt(running_var + eps)) @ rows
    return rows[:, :-1].reshape(weight.shape), rows[:, -1] + bn_bias
