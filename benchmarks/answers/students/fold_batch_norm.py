# %% wrong: does not handle bias None: crashes for a convolution without bias
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    scale = bn_weight / np.sqrt(running_var + eps)
    return weight * scale[:, None, None, None], (bias - running_mean) * scale + bn_bias
# %% wrong: the scale lines up with the last axis (K_W) instead of with the filters
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    if bias is None:
        bias = np.zeros(len(weight))
    scale = bn_weight / np.sqrt(running_var + eps)
    return weight * scale, (bias - running_mean) * scale + bn_bias
# %% wrong: the convolution's bias is not scaled: bias - mean * scale + bn_bias (right without bias)
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    scale = bn_weight / np.sqrt(running_var + eps)
    new_weight = weight * scale.reshape(-1, 1, 1, 1)
    new_bias = bn_bias - running_mean * scale
    if bias is not None:
        new_bias = new_bias + bias
    return new_weight, new_bias
# %% wrong: for a convolution without bias it gives bias None back and loses the shift
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    scale = bn_weight / np.sqrt(running_var + eps)
    weight = weight * scale[:, None, None, None]
    if bias is not None:
        bias = (bias - running_mean) * scale + bn_bias
    return weight, bias
# %% wrong: forgets the root: divides by running_var + eps
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    b = 0 if bias is None else bias
    scale = bn_weight / (running_var + eps)
    return weight * scale[:, None, None, None], (b - running_mean) * scale + bn_bias
# %% wrong: multiplies weight in place by *=: the caller's convolution is changed
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    scale = bn_weight / np.sqrt(running_var + eps)
    if bias is None:
        bias = np.zeros_like(running_mean)
    weight *= scale[:, None, None, None]
    return weight, scale * (bias - running_mean) + bn_bias
# %% wrong: ignores the mean: the bias is scaled and shifted, but running_mean is not subtracted
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    scale = bn_weight / np.sqrt(running_var + eps)
    bias = np.zeros(weight.shape[0]) if bias is None else bias
    return np.einsum("oikl,o->oikl", weight, scale), bias * scale + bn_bias
# %% right: a diagonal matrix times the weight as a matrix
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    o = len(weight)
    scale = np.diag(np.asarray(bn_weight) * (np.asarray(running_var) + eps) ** -0.5)
    start = np.negative(running_mean) if bias is None else np.subtract(bias, running_mean)
    return (scale @ weight.reshape(o, -1)).reshape(weight.shape), scale @ start + bn_bias
