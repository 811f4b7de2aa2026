# %% wrong: running_mean = ... gives the name to a new array; the caller's running statistics never move
def batch_norm(x, running_mean, running_var, weight, bias,
               training=False, momentum=0.1, eps=1e-5):
    if training:
        n = x.size // x.shape[1]
        mean, var = x.mean(axis=(0, 2, 3)), x.var(axis=(0, 2, 3))
        running_mean = (1 - momentum) * running_mean + momentum * mean
        running_var = (1 - momentum) * running_var + momentum * var * n / (n - 1)
    else:
        mean, var = running_mean, running_var
    x_hat = (x - mean[:, None, None]) / np.sqrt(var[:, None, None] + eps)
    return weight[:, None, None] * x_hat + bias[:, None, None]
# %% wrong: after moving them, normalises by the running statistics in training too, instead of by the batch's
def batch_norm(x, running_mean, running_var, weight, bias,
               training=False, momentum=0.1, eps=1e-5):
    if training:
        mean = x.mean(axis=(0, 2, 3))
        var = x.var(axis=(0, 2, 3), ddof=1)
        running_mean[:] = (1 - momentum) * running_mean + momentum * mean
        running_var[:] = (1 - momentum) * running_var + momentum * var
    scale = weight / np.sqrt(running_var + eps)
    shift = bias - running_mean * scale
    return x * scale[:, None, None] + shift[:, None, None]
# %% wrong: normalises by the unbiased variance as well (one variance for both uses)
def batch_norm(x, running_mean, running_var, weight, bias,
               training=False, momentum=0.1, eps=1e-5):
    if training:
        mean = x.mean(axis=(0, 2, 3))
        var = x.var(axis=(0, 2, 3), ddof=1)
        running_mean[:] = (1 - momentum) * running_mean + momentum * mean
        running_var[:] = (1 - momentum) * running_var + momentum * var
    else:
        mean, var = running_mean, running_var
    def col(v):
        return v.reshape(1, -1, 1, 1)
    return (x - col(mean)) / np.sqrt(col(var) + eps) * col(weight) + col(bias)
# %% wrong: the running variance gets the biased variance
def batch_norm(x, running_mean, running_var, weight, bias,
               training=False, momentum=0.1, eps=1e-5):
    if training:
        mean = x.mean(axis=(0, 2, 3))
        var = x.var(axis=(0, 2, 3))
        running_mean *= 1 - momentum
        running_mean += momentum * mean
        running_var *= 1 - momentum
        running_var += momentum * var
    else:
        mean, var = running_mean, running_var
    c = lambda v: v[:, None, None]
    return (x - c(mean)) / np.sqrt(c(var) + eps) * c(weight) + c(bias)
# %% wrong: eps is added outside of the root, to the deviation
def batch_norm(x, running_mean, running_var, weight, bias,
               training=False, momentum=0.1, eps=1e-5):
    mean, var = running_mean, running_var
    if training:
        n = x.shape[0] * x.shape[2] * x.shape[3]
        mean, var = x.mean(axis=(0, 2, 3)), x.var(axis=(0, 2, 3))
        running_mean[:] = (1 - momentum) * running_mean + momentum * mean
        running_var[:] = (1 - momentum) * running_var + momentum * var * n / (n - 1)
    y = (x - mean[:, None, None]) / (np.sqrt(var[:, None, None]) + eps)
    return y * weight[:, None, None] + bias[:, None, None]
# %% wrong: moves the running statistics in evaluation, too (the if guards only which ones normalise)
def batch_norm(x, running_mean, running_var, weight, bias,
               training=False, momentum=0.1, eps=1e-5):
    n = x.size / x.shape[1]
    mean, var = x.mean(axis=(0, 2, 3)), x.var(axis=(0, 2, 3))
    if not training:
        use_mean, use_var = running_mean.copy(), running_var.copy()
    else:
        use_mean, use_var = mean, var
    running_mean += momentum * (mean - running_mean)
    running_var += momentum * (var * n / (n - 1) - running_var)
    x_hat = (x - use_mean[:, None, None]) / np.sqrt(use_var[:, None, None] + eps)
    return x_hat * weight[:, None, None] + bias[:, None, None]
# %% wrong: weight and bias without new axes line up with the width, not with the channels (crash, or wrong when W equals C)
def batch_norm(x, running_mean, running_var, weight, bias,
               training=False, momentum=0.1, eps=1e-5):
    if training:
        n = x.size // x.shape[1]
        mean = x.mean(axis=(0, 2, 3), keepdims=True)
        var = x.var(axis=(0, 2, 3), keepdims=True)
        running_mean[:] = (1 - momentum) * running_mean + momentum * mean.ravel()
        running_var[:] = (1 - momentum) * running_var + momentum * var.ravel() * n / (n - 1)
    else:
        mean, var = running_mean.reshape(1, -1, 1, 1), running_var.reshape(1, -1, 1, 1)
    return weight * (x - mean) / np.sqrt(var + eps) + bias
# %% right: channels last, so that (C,) lines up by itself; running arrays moved by += differences
def batch_norm(x, running_mean, running_var, weight, bias,
               training=False, momentum=0.1, eps=1e-5):
    last = np.moveaxis(x, 1, -1).astype(float)
    if training:
        flat = last.reshape(-1, last.shape[-1])
        mean, var = flat.mean(axis=0), flat.var(axis=0)
        running_mean += momentum * (mean - running_mean)
        running_var += momentum * (var * len(flat) / (len(flat) - 1) - running_var)
    else:
        mean, var = np.array(running_mean), np.array(running_var)
    y = (last - mean) * (weight / np.sqrt(var + eps)) + bias
    return np.moveaxis(y, -1, 1)
