# %% wrong: None crashes
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    s = bn_weight / np.sqrt(running_var + eps)
    return weight * s[:, None, None, None], (bias - running_mean) * s + bn_bias
# %% wrong: the old bias is not scaled
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    s = bn_weight / np.sqrt(running_var + eps)
    b = 0 if bias is None else bias
    return weight * s.reshape(-1, 1, 1, 1), bn_bias - running_mean * s + b
# %% wrong: scales the input channels: s lines up with axis 1 (crash or wrong)
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    s = bn_weight / np.sqrt(running_var + eps)
    b = np.zeros(len(weight)) if bias is None else bias
    return weight * s[:, None, None], (b - running_mean) * s + bn_bias
# %% wrong: eps forgotten
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    s = bn_weight / np.sqrt(running_var)
    b = np.zeros(len(weight)) if bias is None else bias
    return weight * s[:, None, None, None], (b - running_mean) * s + bn_bias
# %% wrong: returns None as the bias of one that had none
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    s = bn_weight / np.sqrt(running_var + eps)
    w = weight * s[:, None, None, None]
    return (w, None) if bias is None else (w, (bias - running_mean) * s + bn_bias)
# %% wrong: weight scaled in place
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    s = bn_weight / np.sqrt(running_var + eps)
    if bias is None:
        bias = np.zeros_like(running_mean)
    weight *= s[:, None, None, None]
    return weight, (bias - running_mean) * s + bn_bias
# %% right: scale
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    s = bn_weight / np.sqrt(running_var + eps)
    b = 0 if bias is None else bias
    return weight * s[:, None, None, None], (b - running_mean) * s + bn_bias
# %% right: einsum
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    s = bn_weight * (running_var + eps) ** -0.5
    shift = bn_bias - s * running_mean
    if bias is not None:
        shift = shift + s * bias
    return np.einsum("o,ochw->ochw", s, weight), shift
