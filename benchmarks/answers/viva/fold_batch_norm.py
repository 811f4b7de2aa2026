# %% wrong: with bias=None it fails: TypeError, None minus an array
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    scale = bn_weight / np.sqrt(running_var + eps)
    new_weight = weight * scale[:, None, None, None]
    new_bias = (bias - running_mean) * scale + bn_bias
    return new_weight, new_bias
# %% wrong: bn_bias is multiplied by the scale as well, (bias - running_mean + bn_bias) * scale
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    if bias is None:
        bias = np.zeros(len(weight))
    s = bn_weight / np.sqrt(running_var + eps)
    return s.reshape(-1, 1, 1, 1) * weight, s * (bias - running_mean + bn_bias)
# %% wrong: the scale multiplies the input channels, axis 1 of weight, instead of the output channels: a ValueError, a wrong shape where C_in is 1, or wrong numbers where C_in is C_out (one filter is right)
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    def column(values):
        return np.reshape(values, (1, -1, 1, 1))

    old = 0 if bias is None else bias
    scale = bn_weight / np.sqrt(running_var + eps)
    return weight * column(scale), bn_bias + scale * (old - running_mean)
# %% wrong: the root is forgotten: the scale is bn_weight / (running_var + eps)
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    b = np.zeros(weight.shape[0]) if bias is None else bias
    scale = bn_weight / (running_var + eps)
    folded = np.array([k * filt for k, filt in zip(scale, weight)])
    return folded, (b - running_mean) * scale + bn_bias
# %% right: the scales as a diagonal matrix
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    scaling = np.diag(bn_weight * (running_var + eps) ** -0.5)
    centred = -running_mean if bias is None else bias - running_mean
    return np.tensordot(scaling, weight, axes=1), scaling @ centred + bn_bias
