# %% wrong: in training x is normalised by the running statistics after their update, not by those of the batch
def batch_norm(x, running_mean, running_var, weight, bias,
               training=False, momentum=0.1, eps=1e-5):
    if training:
        n = x.shape[0] * x.shape[2] * x.shape[3]
        mean = x.mean(axis=(0, 2, 3))
        var = x.var(axis=(0, 2, 3)) * n / (n - 1)
        running_mean[:] = (1 - momentum) * running_mean + momentum * mean
        running_var[:] = (1 - momentum) * running_var + momentum * var
    scale = weight / np.sqrt(running_var + eps)
    shift = bias - running_mean * scale
    return x * scale[:, None, None] + shift[:, None, None]

# %% wrong: in training the batch is normalised by its unbiased variance
def batch_norm(x, running_mean, running_var, weight, bias,
               training=False, momentum=0.1, eps=1e-5):
    view = (1, x.shape[1], 1, 1)
    if training:
        mean = x.mean(axis=(0, 2, 3))
        n = x.size // x.shape[1]
        var = ((x - mean.reshape(view)) ** 2).sum(axis=(0, 2, 3)) / (n - 1)
        running_mean += momentum * (mean - running_mean)
        running_var += momentum * (var - running_var)
    else:
        mean, var = running_mean, running_var
    normal = (x - mean.reshape(view)) / np.sqrt(var.reshape(view) + eps)
    return normal * weight.reshape(view) + bias.reshape(view)

# %% wrong: the running statistics are only given new names, the arrays that were passed do not move
def batch_norm(x, running_mean, running_var, weight, bias,
               training=False, momentum=0.1, eps=1e-5):
    def column(values):
        return np.reshape(values, (1, -1, 1, 1))

    if training:
        mean, var = x.mean(axis=(0, 2, 3)), x.var(axis=(0, 2, 3))
        running_mean = (1 - momentum) * running_mean + momentum * mean
        running_var = (1 - momentum) * running_var + momentum * x.var(axis=(0, 2, 3), ddof=1)
    else:
        mean, var = running_mean, running_var
    return column(weight) * (x - column(mean)) / np.sqrt(column(var) + eps) + column(bias)

# %% right: one multiplication and one addition a channel, by einsum
def batch_norm(x, running_mean, running_var, weight, bias,
               training=False, momentum=0.1, eps=1e-5):
    mean, var = running_mean.copy(), running_var.copy()
    if training:
        rows = np.moveaxis(x, 1, 0).reshape(x.shape[1], -1)
        n = rows.shape[1]
        mean, var = rows.mean(axis=1), rows.var(axis=1)
        running_mean[...] = (1 - momentum) * running_mean + momentum * mean
        running_var[...] = (1 - momentum) * running_var + momentum * var * n / (n - 1)
    scale = weight / (var + eps) ** 0.5
    centred = x - mean[None, :, None, None]
    return np.einsum("nchw,c->nchw", centred, scale) + bias[None, :, None, None]
