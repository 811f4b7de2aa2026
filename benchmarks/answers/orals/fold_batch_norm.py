# %% wrong: the convolution's own bias is not multiplied by the scale: bias + bn_bias - mean * scale; right without a bias (None)
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    if bias is None:
        bias = np.zeros(weight.shape[0])
    scale = bn_weight / np.sqrt(running_var + eps)
    return weight * scale[:, None, None, None], bias + bn_bias - running_mean * scale
# %% wrong: bias=None is not handled: TypeError; right for a convolution with a bias
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    scale = bn_weight / np.sqrt(running_var + eps)
    new_weight = weight * scale.reshape(-1, 1, 1, 1)
    new_bias = (bias - running_mean) * scale + bn_bias
    return new_weight, new_bias
# %% wrong: the scale is laid along the input channels, axis 1 of weight, instead of the output channels, axis 0 (ValueError or a wrong shape where C_in and C_out differ; right if C_out is 1)
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    def column(values):
        return np.reshape(values, (1, -1, 1, 1))

    scale = bn_weight / np.sqrt(running_var + eps)
    shift = bn_bias - running_mean * scale
    if bias is not None:
        shift = shift + scale * bias
    return weight * column(scale), shift
# %% wrong: the root is missing: the scale is bn_weight / (running_var + eps)
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    b = 0 if bias is None else bias
    gamma_over_sigma = bn_weight / (running_var + eps)
    w = np.einsum("oikl,o->oikl", weight, gamma_over_sigma)
    return w, gamma_over_sigma * (b - running_mean) + bn_bias
# %% right: a diagonal matrix from the left, filters as rows
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    filters = np.reshape(weight, (len(weight), -1))
    stretch = np.diag((np.asarray(running_var) + eps) ** -0.5 * bn_weight)
    before = -np.asarray(running_mean) if bias is None else np.subtract(bias, running_mean)
    return (stretch @ filters).reshape(np.shape(weight)), stretch @ before + bn_bias
