# %% wrong: the convolution's own bias is not scaled
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    scale = bn_weight / np.sqrt(running_var + eps)
    if bias is None:
        bias = 0
    return weight * scale[:, None, None, None], bias + bn_bias - running_mean * scale
# %% wrong: the scale is laid along the input channels (ValueError unless C_in is C_out or 1)
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    scale = bn_weight / np.sqrt(running_var + eps)
    bias = np.zeros(len(weight)) if bias is None else bias
    return weight * scale[None, :, None, None], (bias - running_mean) * scale + bn_bias
# %% wrong: `bias or 0` (ValueError: the truth value of an array with several elements is ambiguous)
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    scale = bn_weight / np.sqrt(running_var + eps)
    bias = bias or np.zeros(weight.shape[0])
    return weight * scale.reshape(-1, 1, 1, 1), scale * (bias - running_mean) + bn_bias
# %% wrong: a convolution without a bias gets none, the shift of the norm is lost
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    scale = bn_weight / np.sqrt(running_var + eps)
    folded = weight * scale.reshape(-1, 1, 1, 1)
    if bias is not None:
        bias = scale * (bias - running_mean) + bn_bias
    return folded, bias
# %% wrong: γ is missing in the bias, which is only divided by the deviation
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    sigma = np.sqrt(running_var + eps)
    if bias is None:
        bias = np.zeros_like(running_mean)
    return weight * (bn_weight / sigma)[:, None, None, None], (bias - running_mean) / sigma + bn_bias
# %% wrong: the caller's weight is scaled in place
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    scale = bn_weight / np.sqrt(running_var + eps)
    weight *= scale[:, None, None, None]
    if bias is None:
        bias = np.zeros(len(weight))
    return weight, scale * (bias - running_mean) + bn_bias
# %% right: filter by filter
def fold_batch_norm(weight, bias, running_mean, running_var, bn_weight, bn_bias, eps=1e-5):
    filters, biases = [], []
    for c in range(len(weight)):
        scale = bn_weight[c] / math.sqrt(running_var[c] + eps)
        before = 0.0 if bias is None else bias[c]
        filters.append(weight[c] * scale)
        biases.append((before - running_mean[c]) * scale + bn_bias[c])
    return np.array(filters), np.array(biases)
