# %% wrong: in training the running statistics are only rebound (running_mean = ...), so the arrays that were passed do not move; the output is right
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
    normal = (x - column(mean)) / np.sqrt(column(var) + eps)
    return column(weight) * normal + column(bias)
# %% wrong: in training x is normalised by the unbiased variance (ddof=1) instead of the biased one; the running statistics are right
def batch_norm(x, running_mean, running_var, weight, bias,
               training=False, momentum=0.1, eps=1e-5):
    shape = (1, x.shape[1], 1, 1)
    mean, var = running_mean, running_var
    if training:
        mean = np.mean(x, axis=(0, 2, 3))
        var = np.var(x, axis=(0, 2, 3), ddof=1)
        running_mean[:] = (1 - momentum) * running_mean + momentum * mean
        running_var[:] = (1 - momentum) * running_var + momentum * var
    out = (x - mean.reshape(shape)) / np.sqrt(var.reshape(shape) + eps)
    return out * weight.reshape(shape) + bias.reshape(shape)
# %% wrong: in training x is normalised by the running statistics, after they have moved, instead of by the batch's own; the running arrays themselves are right
def batch_norm(x, running_mean, running_var, weight, bias,
               training=False, momentum=0.1, eps=1e-5):
    column = lambda values: values[None, :, None, None]
    if training:
        running_mean[:] = (1 - momentum) * running_mean + momentum * x.mean(axis=(0, 2, 3))
        running_var[:] = (1 - momentum) * running_var + momentum * x.var(axis=(0, 2, 3), ddof=1)
    x_hat = (x - column(running_mean)) / np.sqrt(column(running_var) + eps)
    return x_hat * column(weight) + column(bias)
# %% wrong: two mistakes: eps stands outside the root (sqrt(var) + eps), and the running statistics move in evaluation as well
def batch_norm(x, running_mean, running_var, weight, bias,
               training=False, momentum=0.1, eps=1e-5):
    axes = (0, 2, 3)
    batch_mean, batch_var = x.mean(axes), x.var(axes)
    if training:
        mean, var = batch_mean, batch_var
    else:
        mean, var = running_mean.copy(), running_var.copy()
    running_mean[:] = (1 - momentum) * running_mean + momentum * batch_mean
    running_var[:] = (1 - momentum) * running_var + momentum * x.var(axes, ddof=1)
    mean, std = mean.reshape(1, -1, 1, 1), np.sqrt(var).reshape(1, -1, 1, 1)
    return weight.reshape(1, -1, 1, 1) * (x - mean) / (std + eps) + bias.reshape(1, -1, 1, 1)
# %% right: channels last, so that numbers (C,) line up by themselves
def batch_norm(x, running_mean, running_var, weight, bias,
               training=False, momentum=0.1, eps=1e-5):
    last = np.moveaxis(x, 1, -1)
    mean, var = running_mean, running_var
    if training:
        table = last.reshape(-1, last.shape[-1])
        n = len(table)
        mean = table.mean(axis=0)
        var = ((table - mean) ** 2).mean(axis=0)
        running_mean[:] = running_mean + momentum * (mean - running_mean)
        running_var[:] = running_var + momentum * (var * n / (n - 1) - running_var)
    scale = weight / np.sqrt(var + eps)
    return np.moveaxis(last * scale + (bias - mean * scale), -1, 1)
