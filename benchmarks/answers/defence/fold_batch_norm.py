# %% wrong: the scale is lined up with the input channels (axis 1 of weight) instead of the output channels (axis 0); ValueError where C_in and C_out differ and neither is 1
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    scale = bn_weight / np.sqrt(running_var + eps)
    if bias is None:
        bias = np.zeros(len(weight))
    return weight * scale.reshape(1, -1, 1, 1), (bias - running_mean) * scale + bn_bias
# %% wrong: a convolution without a bias (None) raises TypeError
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    scale = bn_weight / np.sqrt(running_var + eps)
    new_weight = weight * scale[:, None, None, None]
    new_bias = scale * (bias - running_mean) + bn_bias
    return new_weight, new_bias
# %% wrong: the convolution's bias is added without being multiplied by the scale
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    factor = bn_weight / np.sqrt(running_var + eps)
    shift = bn_bias - factor * running_mean
    if bias is not None:
        shift = shift + bias
    return np.einsum("f,fcij->fcij", factor, weight), shift
# %% wrong: divided by the variance plus eps instead of its root
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    bias = np.zeros_like(running_mean) if bias is None else bias
    scale = bn_weight / (running_var + eps)
    w = np.array([s * kernel for s, kernel in zip(scale, weight)])
    b = scale * (bias - running_mean) + bn_bias
    return w, b
# %% right: the transposed weight, so that the scale lines up by itself
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    scale = np.multiply(bn_weight, np.power(running_var + eps, -0.5))
    before = 0.0 if bias is None else bias
    return (weight.T * scale).T, bn_bias + scale * (before - running_mean)
