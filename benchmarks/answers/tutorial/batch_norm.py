# %% wrong: weight and bias (C,) are not lined up with the channels, so they meet the columns: ValueError unless W equals C (wrong numbers then) or C is 1 (right then)
def batch_norm(x, running_mean, running_var, weight, bias,
               training=False, momentum=0.1, eps=1e-5):
    if training:
        mean, var = x.mean(axis=(0, 2, 3)), x.var(axis=(0, 2, 3))
        running_mean[:] = (1 - momentum) * running_mean + momentum * mean
        running_var[:] = (1 - momentum) * running_var + momentum * x.var(axis=(0, 2, 3), ddof=1)
    else:
        mean, var = running_mean, running_var
    normal = (x - mean[:, None, None]) / np.sqrt(var[:, None, None] + eps)
    return normal * weight + bias
# %% wrong: in training each image is normalised by its own mean and variance (axes 2 and 3 only, as in instance norm); the running arrays are right; right in evaluation and for a batch of one
def batch_norm(x, running_mean, running_var, weight, bias,
               training=False, momentum=0.1, eps=1e-5):
    if training:
        mean = x.mean(axis=(2, 3), keepdims=True)
        var = x.var(axis=(2, 3), keepdims=True)
        running_mean[:] = (1 - momentum) * running_mean + momentum * x.mean(axis=(0, 2, 3))
        running_var[:] = (1 - momentum) * running_var + momentum * x.var(axis=(0, 2, 3), ddof=1)
    else:
        mean, var = running_mean.reshape(1, -1, 1, 1), running_var.reshape(1, -1, 1, 1)
    return (x - mean) / np.sqrt(var + eps) * weight.reshape(1, -1, 1, 1) + bias.reshape(1, -1, 1, 1)
# %% wrong: two mistakes: in training the unbiased variance is used for normalising, and running_mean and running_var are given to new arrays by =, so the arrays that were passed in do not move
def batch_norm(x, running_mean, running_var, weight, bias,
               training=False, momentum=0.1, eps=1e-5):
    mean, var = running_mean, running_var
    if training:
        mean = np.mean(x, (0, 2, 3))
        var = np.var(x, (0, 2, 3), ddof=1)
        running_mean = (1 - momentum) * running_mean + momentum * mean
        running_var = (1 - momentum) * running_var + momentum * var
    out = np.empty(x.shape)
    for c in range(x.shape[1]):
        out[:, c] = weight[c] * (x[:, c] - mean[c]) / np.sqrt(var[c] + eps) + bias[c]
    return out
# %% wrong: the running arrays move in evaluation, too, after they have been used; the answer of that call and all of training are right
def batch_norm(x, running_mean, running_var, weight, bias,
               training=False, momentum=0.1, eps=1e-5):
    column = (1, -1, 1, 1)
    axes = (0, 2, 3)
    mean = x.mean(axes) if training else running_mean.copy()
    var = x.var(axes) if training else running_var.copy()
    count = x.size / x.shape[1]
    running_mean += momentum * (x.mean(axes) - running_mean)
    running_var += momentum * (x.var(axes) * count / max(count - 1, 1) - running_var)
    scale = weight / np.sqrt(var + eps)
    return x * scale.reshape(column) + (bias - mean * scale).reshape(column)
# %% right: channels to the front, one row for each
def batch_norm(x, running_mean, running_var, weight, bias,
               training=False, momentum=0.1, eps=1e-5):
    rows = np.moveaxis(np.asarray(x), 1, 0).reshape(x.shape[1], -1)
    if training:
        mean, var = rows.mean(axis=1), rows.var(axis=1)
        running_mean[:] = (1 - momentum) * running_mean + momentum * mean
        running_var[:] = (1 - momentum) * running_var + momentum * rows.var(axis=1, ddof=1)
    else:
        mean, var = running_mean, running_var
    y = (rows - mean[:, None]) / np.sqrt(var + eps)[:, None] * weight[:, None] + bias[:, None]
    n, c, h, w = x.shape
    return y.reshape(c, n, h, w).swapaxes(0, 1)
