# %% wrong: in training the running arrays are not written in place, only the local names get new arrays, so the caller's stay as they were
def batch_norm(x, running_mean, running_var, weight, bias,
               training=False, momentum=0.1, eps=1e-5):
    if training:
        mean, var = x.mean(axis=(0, 2, 3)), x.var(axis=(0, 2, 3))
        running_mean = (1 - momentum) * running_mean + momentum * mean
        running_var = (1 - momentum) * running_var + momentum * x.var(axis=(0, 2, 3), ddof=1)
    else:
        mean, var = running_mean, running_var
    col = lambda v: np.reshape(v, (1, -1, 1, 1))
    return col(weight) * (x - col(mean)) / np.sqrt(col(var) + eps) + col(bias)
# %% wrong: in training x is normalised by the unbiased variance (ddof=1), too, instead of the biased one
def batch_norm(x, running_mean, running_var, weight, bias,
               training=False, momentum=0.1, eps=1e-5):
    def column(values):
        return np.reshape(values, (1, -1, 1, 1))
    mean, var = running_mean, running_var
    if training:
        mean = x.mean(axis=(0, 2, 3))
        var = x.var(axis=(0, 2, 3), ddof=1)
        running_mean[:] = (1 - momentum) * running_mean + momentum * mean
        running_var[:] = (1 - momentum) * running_var + momentum * var
    normal = (x - column(mean)) / np.sqrt(column(var) + eps)
    return normal * column(weight) + column(bias)
# %% wrong: in training the running statistics are updated first and then used to normalise, instead of the batch's own mean and variance
def batch_norm(x, running_mean, running_var, weight, bias,
               training=False, momentum=0.1, eps=1e-5):
    if training:
        batch_mean = x.mean(axis=(0, 2, 3))
        batch_var = x.var(axis=(0, 2, 3), ddof=1)
        running_mean[:] = (1 - momentum) * running_mean + momentum * batch_mean
        running_var[:] = (1 - momentum) * running_var + momentum * batch_var
    m = running_mean[None, :, None, None]
    v = running_var[None, :, None, None]
    return weight[None, :, None, None] * (x - m) / np.sqrt(v + eps) + bias[None, :, None, None]
# %% wrong: two mistakes: eps is added outside the root (to the deviation), and the running statistics move in evaluation as well
def batch_norm(x, running_mean, running_var, weight, bias,
               training=False, momentum=0.1, eps=1e-5):
    column = lambda a: a.reshape(1, -1, 1, 1)
    if training:
        mean, var = x.mean((0, 2, 3)), x.var((0, 2, 3))
    else:
        mean, var = running_mean.copy(), running_var.copy()
    running_mean[:] = (1 - momentum) * running_mean + momentum * x.mean((0, 2, 3))
    running_var[:] = (1 - momentum) * running_var + momentum * x.var((0, 2, 3), ddof=1)
    return column(weight) * (x - column(mean)) / (np.sqrt(column(var)) + eps) + column(bias)
# %% right: channels last so that everything lines up, one scale and one shift
def batch_norm(x, running_mean, running_var, weight, bias,
               training=False, momentum=0.1, eps=1e-5):
    last = np.moveaxis(x, 1, -1)
    if training:
        flat = last.reshape(-1, last.shape[-1])
        mean, var, n = flat.mean(axis=0), flat.var(axis=0), len(flat)
        running_mean += momentum * (mean - running_mean)
        running_var += momentum * (var * n / (n - 1) - running_var)
    else:
        mean, var = running_mean, running_var
    scale = weight / np.sqrt(var + eps)
    return np.moveaxis(last * scale + (bias - scale * mean), -1, 1)
