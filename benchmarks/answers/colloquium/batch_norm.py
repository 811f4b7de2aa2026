# %% wrong: in training x is normalised by the updated running statistics instead of the batch's own
def batch_norm(x, running_mean, running_var, weight, bias,
               training=False, momentum=0.1, eps=1e-5):
    if training:
        running_mean[:] = (1 - momentum) * running_mean + momentum * x.mean(axis=(0, 2, 3))
        running_var[:] = (1 - momentum) * running_var + momentum * x.var(axis=(0, 2, 3), ddof=1)
    m, v = running_mean.reshape(1, -1, 1, 1), running_var.reshape(1, -1, 1, 1)
    normal = (x - m) / np.sqrt(v + eps)
    return normal * weight.reshape(1, -1, 1, 1) + bias.reshape(1, -1, 1, 1)
# %% wrong: the running arrays are only rebound to new ones in training, the passed arrays do not move
def batch_norm(x, running_mean, running_var, weight, bias,
               training=False, momentum=0.1, eps=1e-5):
    def column(values):
        return np.reshape(values, (1, -1, 1, 1))
    if training:
        mean, var = x.mean(axis=(0, 2, 3)), x.var(axis=(0, 2, 3))
        n = x.size / x.shape[1]
        running_mean = (1 - momentum) * running_mean + momentum * mean
        running_var = (1 - momentum) * running_var + momentum * var * n / (n - 1)
    else:
        mean, var = running_mean, running_var
    normal = (x - column(mean)) / np.sqrt(column(var) + eps)
    return column(weight) * normal + column(bias)
# %% wrong: in training x is divided by the root of the unbiased variance (ddof=1) instead of the biased one
def batch_norm(x, running_mean, running_var, weight, bias,
               training=False, momentum=0.1, eps=1e-5):
    c = x.shape[1]
    mean, var = running_mean, running_var
    if training:
        mean = np.array([x[:, k].mean() for k in range(c)])
        var = np.array([x[:, k].var(ddof=1) for k in range(c)])
        running_mean += momentum * (mean - running_mean)
        running_var += momentum * (var - running_var)
    y = np.empty(x.shape)
    for k in range(c):
        y[:, k] = weight[k] * (x[:, k] - mean[k]) / np.sqrt(var[k] + eps) + bias[k]
    return y
# %% wrong: two mistakes: momentum is taken for the share of the old running values, and the running variance keeps the biased variance
def batch_norm(x, running_mean, running_var, weight, bias,
               training=False, momentum=0.1, eps=1e-5):
    s = (1, -1, 1, 1)
    if training:
        mu, var = x.mean((0, 2, 3)), x.var((0, 2, 3))
        running_mean[:] = momentum * running_mean + (1 - momentum) * mu
        running_var[:] = momentum * running_var + (1 - momentum) * var
    else:
        mu, var = running_mean, running_var
    xhat = (x - mu.reshape(s)) / np.sqrt(var.reshape(s) + eps)
    return weight.reshape(s) * xhat + bias.reshape(s)
# %% right: channels last, one scale and one shift for each channel
def batch_norm(x, running_mean, running_var, weight, bias,
               training=False, momentum=0.1, eps=1e-5):
    last = np.moveaxis(x, 1, -1)
    mean, var = running_mean.copy(), running_var.copy()
    if training:
        table = last.reshape(-1, last.shape[-1])
        mean, var = table.mean(axis=0), table.var(axis=0)
        running_mean[...] = running_mean * (1 - momentum) + mean * momentum
        running_var[...] = running_var * (1 - momentum) + table.var(axis=0, ddof=1) * momentum
    scale = weight / np.sqrt(var + eps)
    return np.moveaxis(last * scale + (bias - mean * scale), -1, 1)
