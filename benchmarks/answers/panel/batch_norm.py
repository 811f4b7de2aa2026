# %% wrong: running_mean = ... only gives the name to a new array: in training the running arrays that were passed do not move
def batch_norm(x, running_mean, running_var, weight, bias,
               training=False, momentum=0.1, eps=1e-5):
    if training:
        mean = x.mean(axis=(0, 2, 3))
        var = x.var(axis=(0, 2, 3))
        running_mean = (1 - momentum) * running_mean + momentum * mean
        running_var = (1 - momentum) * running_var + momentum * x.var(axis=(0, 2, 3), ddof=1)
    else:
        mean, var = running_mean, running_var
    col = lambda v: np.reshape(v, (1, -1, 1, 1))
    return (x - col(mean)) / np.sqrt(col(var) + eps) * col(weight) + col(bias)
# %% wrong: in training x is divided by the root of the unbiased variance; it should be the biased one (the running arrays are right)
def batch_norm(x, running_mean, running_var, weight, bias,
               training=False, momentum=0.1, eps=1e-5):
    mean, var = running_mean, running_var
    if training:
        mean, var = x.mean((0, 2, 3)), x.var((0, 2, 3), ddof=1)
        running_mean[:] = (1 - momentum) * running_mean + momentum * mean
        running_var[:] = (1 - momentum) * running_var + momentum * var
    out = np.empty(x.shape)
    for c in range(x.shape[1]):
        out[:, c] = weight[c] * (x[:, c] - mean[c]) / np.sqrt(var[c] + eps) + bias[c]
    return out
# %% wrong: in training the running statistics move first and then x is normalised by them, and not by the batch's own
def batch_norm(x, running_mean, running_var, weight, bias,
               training=False, momentum=0.1, eps=1e-5):
    if training:
        running_mean[:] = (1 - momentum) * running_mean + momentum * x.mean(axis=(0, 2, 3))
        running_var[:] = (1 - momentum) * running_var + momentum * x.var(axis=(0, 2, 3), ddof=1)
    shape = (1, len(weight), 1, 1)
    normal = (x - running_mean.reshape(shape)) / np.sqrt(running_var.reshape(shape) + eps)
    return normal * weight.reshape(shape) + bias.reshape(shape)
# %% wrong: eps is added outside the root, sqrt(var) + eps, in both modes; shows clearly when eps is not tiny beside the variance
def batch_norm(x, running_mean, running_var, weight, bias,
               training=False, momentum=0.1, eps=1e-5):
    def col(a):
        return a[None, :, None, None]
    if training:
        mu, sigma2 = x.mean(axis=(0, 2, 3)), x.var(axis=(0, 2, 3))
        n = x.size / x.shape[1]
        running_mean[:] = running_mean * (1 - momentum) + mu * momentum
        running_var[:] = running_var * (1 - momentum) + sigma2 * n / (n - 1) * momentum
    else:
        mu, sigma2 = running_mean, running_var
    return col(weight) * (x - col(mu)) / (np.sqrt(col(sigma2)) + eps) + col(bias)
# %% right: channels last, one scale and one shift for each channel
def batch_norm(x, running_mean, running_var, weight, bias,
               training=False, momentum=0.1, eps=1e-5):
    last = np.moveaxis(x, 1, -1)
    mean, var = running_mean.copy(), running_var.copy()
    if training:
        flat = last.reshape(-1, last.shape[-1])
        n = len(flat)
        mean = np.average(flat, axis=0)
        var = np.average((flat - mean) ** 2, axis=0)
        running_mean += momentum * (mean - running_mean)
        running_var += momentum * (var * n / (n - 1) - running_var)
    scale = weight * (var + eps) ** -0.5
    return np.moveaxis((last - mean) * scale + bias, -1, 1)
