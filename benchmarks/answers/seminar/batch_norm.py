# %% wrong: running_mean = ... and running_var = ... only give new names, so in training the arrays passed do not move; the output is right
def batch_norm(x, running_mean, running_var, weight, bias,
               training=False, momentum=0.1, eps=1e-5):
    col = lambda v: np.reshape(v, (1, -1, 1, 1))
    if training:
        mean, var = x.mean(axis=(0, 2, 3)), x.var(axis=(0, 2, 3))
        running_mean = (1 - momentum) * running_mean + momentum * mean
        running_var = (1 - momentum) * running_var + momentum * x.var(axis=(0, 2, 3), ddof=1)
    else:
        mean, var = running_mean, running_var
    return (x - col(mean)) / np.sqrt(col(var) + eps) * col(weight) + col(bias)
# %% wrong: in training the running arrays are updated rightly, but x is then normalised by the running ones instead of the batch's; evaluation is right
def batch_norm(x, running_mean, running_var, weight, bias,
               training=False, momentum=0.1, eps=1e-5):
    if training:
        running_mean[:] = (1 - momentum) * running_mean + momentum * x.mean(axis=(0, 2, 3))
        running_var[:] = (1 - momentum) * running_var + momentum * x.var(axis=(0, 2, 3), ddof=1)
    out = np.empty(x.shape)
    for c in range(x.shape[1]):
        out[:, c] = (x[:, c] - running_mean[c]) / math.sqrt(running_var[c] + eps)
        out[:, c] = weight[c] * out[:, c] + bias[c]
    return out
# %% wrong: in training x is divided by the unbiased deviation (n - 1); running arrays and evaluation are right
def batch_norm(x, running_mean, running_var, weight, bias,
               training=False, momentum=0.1, eps=1e-5):
    mean = running_mean.copy()
    var = running_var.copy()
    if training:
        mean = np.mean(x, axis=(0, 2, 3))
        var = np.var(x, axis=(0, 2, 3), ddof=1)   # unbiased, like pytorch
        running_mean[:] = (1 - momentum) * running_mean + momentum * mean
        running_var[:] = (1 - momentum) * running_var + momentum * var
    xhat = (x - mean[:, None, None]) / np.sqrt(var[:, None, None] + eps)
    return xhat * weight[:, None, None] + bias[:, None, None]
# %% wrong: the running variance gets the biased variance; shows only in running_var after training, the output is right
def batch_norm(x, running_mean, running_var, weight, bias,
               training=False, momentum=0.1, eps=1e-5):
    c = x.shape[1]
    if training:
        mu = x.mean(axis=(0, 2, 3), keepdims=True)
        s2 = ((x - mu) ** 2).mean(axis=(0, 2, 3), keepdims=True)
        running_mean[:] = (1 - momentum) * running_mean + momentum * mu.ravel()
        running_var[:] = (1 - momentum) * running_var + momentum * s2.ravel()
    else:
        mu = running_mean.reshape(1, c, 1, 1)
        s2 = running_var.reshape(1, c, 1, 1)
    return weight.reshape(1, c, 1, 1) * (x - mu) / np.sqrt(s2 + eps) + bias.reshape(1, c, 1, 1)
# %% right: one scale and one shift a channel, on the moved axis
def batch_norm(x, running_mean, running_var, weight, bias,
               training=False, momentum=0.1, eps=1e-5):
    flat = np.moveaxis(x, 1, -1).reshape(-1, x.shape[1])
    if training:
        n = len(flat)
        mean = flat.sum(axis=0) / n
        var = np.square(flat - mean).sum(axis=0) / n
        running_mean += momentum * (mean - running_mean)
        running_var += momentum * (var * n / (n - 1) - running_var)
    else:
        mean, var = running_mean, running_var
    scale = weight / np.sqrt(var + eps)
    return np.einsum("nchw,c->nchw", x, scale) + (bias - mean * scale)[None, :, None, None]
