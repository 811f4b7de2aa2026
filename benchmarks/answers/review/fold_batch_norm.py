# %% wrong: the convolution's own bias is not scaled
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    scale = bn_weight / np.sqrt(running_var + eps)
    if bias is None:
        bias = np.zeros(len(weight))
    return weight * scale[:, None, None, None], bias + bn_bias - running_mean * scale
# %% wrong: without a bias it returns None for the bias
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    scale = bn_weight / np.sqrt(running_var + eps)
    folded = weight * scale.reshape(-1, 1, 1, 1)
    if bias is None:
        return folded, None
    return folded, (bias - running_mean) * scale + bn_bias
# %% wrong: divides by the variance, the root is forgotten
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    scale = bn_weight / (running_var + eps)
    bias = 0 if bias is None else bias
    return scale[:, None, None, None] * weight, (bias - running_mean) * scale + bn_bias
