# %% wrong: the convolution's own bias is not multiplied by the scale
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    scale = bn_weight / np.sqrt(running_var + eps)
    if bias is None:
        bias = np.zeros(len(weight))
    return weight * scale[:, None, None, None], bias - running_mean * scale + bn_bias
# %% wrong: "if bias" instead of "is None" asks an array for its truth, which raises a ValueError for more than one filter with a bias
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    old = bias if bias else 0
    factor = bn_weight / np.sqrt(running_var + eps)
    return weight * factor.reshape(-1, 1, 1, 1), (old - running_mean) * factor + bn_bias
# %% wrong: the weight that was passed is changed in place by *=
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    b = np.zeros(weight.shape[0]) if bias is None else bias
    std = np.sqrt(running_var + eps)
    new_bias = bn_weight * (b - running_mean) / std + bn_bias
    for f in range(len(weight)):
        weight[f] *= bn_weight[f] / std[f]
    return weight, new_bias
# %% wrong: a convolution without bias gets bn_bias alone, the shift by the running mean is left out when bias is None
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    scale = bn_weight / (running_var + eps) ** 0.5
    folded = np.einsum("fcij,f->fcij", weight, scale)
    if bias is None:
        return folded, bn_bias.copy()
    return folded, scale * (bias - running_mean) + bn_bias
# %% right: a diagonal matrix in front of flattened filters that carry their bias along
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    f = weight.shape[0]
    own = np.zeros(f) if bias is None else np.asarray(bias)
    rows = np.column_stack([weight.reshape(f, -1), own - running_mean])
    rows = np.diag(bn_weight / np.sqrt(running_var + eps)) @ rows
    return rows[:, :-1].reshape(weight.shape), rows[:, -1] + bn_bias
