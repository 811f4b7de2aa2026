# %% wrong: computes with bias although it may be None: raises TypeError for a convolution without bias; right with one
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    scale = bn_weight / np.sqrt(running_var + eps)
    return weight * scale[:, None, None, None], (bias - running_mean) * scale + bn_bias
# %% wrong: a bias of the convolution is added without being multiplied by the norm's scale; right without a bias
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    scale = bn_weight / np.sqrt(running_var + eps)
    new_bias = bn_bias - running_mean * scale
    if bias is not None:
        new_bias = new_bias + bias
    return np.einsum("o,oihw->oihw", scale, weight), new_bias
# %% wrong: the numbers are right, but the weight of the convolution is changed in place (and returned itself)
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    sigma = np.sqrt(running_var + eps)
    for o in range(len(weight)):
        weight[o] *= bn_weight[o] / sigma[o]
    before = 0 if bias is None else bias
    return weight, (before - running_mean) / sigma * bn_weight + bn_bias
# %% wrong: two mistakes: the running mean is subtracted without being scaled, and eps is left out
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    if bias is None:
        bias = np.zeros(len(weight))
    factor = bn_weight / np.sqrt(running_var)
    return weight * factor.reshape(-1, 1, 1, 1), bias * factor - running_mean + bn_bias
# %% right: weight as a matrix, scaled by rows
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    scale = bn_weight / (running_var + eps) ** 0.5
    matrix = np.diag(scale) @ weight.reshape(len(weight), -1)
    old = np.zeros(len(weight)) if bias is None else np.asarray(bias)
    return matrix.reshape(weight.shape), bn_bias + scale * (old - running_mean)
