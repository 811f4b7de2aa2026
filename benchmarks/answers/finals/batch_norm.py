# %% wrong: the running arrays get new names inside and are not written to
def batch_norm(x, running_mean, running_var, weight, bias, training=False, momentum=0.1, eps=1e-5):
    if training:
        mean, var = x.mean(axis=(0, 2, 3)), x.var(axis=(0, 2, 3))
        running_mean = (1 - momentum) * running_mean + momentum * mean
        running_var = (1 - momentum) * running_var + momentum * x.var(axis=(0, 2, 3), ddof=1)
    else:
        mean, var = running_mean, running_var
    c = lambda v: np.reshape(v, (1, -1, 1, 1))
    return c(weight) * (x - c(mean)) / np.sqrt(c(var) + eps) + c(bias)
# %% wrong: in training it normalises by the running statistics after the update, not by those of the batch
def batch_norm(x, running_mean, running_var, weight, bias, training=False, momentum=0.1, eps=1e-5):
    if training:
        running_mean[:] = (1 - momentum) * running_mean + momentum * x.mean(axis=(0, 2, 3))
        running_var[:] = (1 - momentum) * running_var + momentum * x.var(axis=(0, 2, 3), ddof=1)
    out = np.empty(x.shape)
    for k in range(x.shape[1]):
        scale = weight[k] / np.sqrt(running_var[k] + eps)
        out[:, k] = (x[:, k] - running_mean[k]) * scale + bias[k]
    return out
# %% wrong: eps stands outside of the root
def batch_norm(x, running_mean, running_var, weight, bias, training=False, momentum=0.1, eps=1e-5):
    col = (1, x.shape[1], 1, 1)
    if training:
        mu, v = x.mean(axis=(0, 2, 3)), x.var(axis=(0, 2, 3))
        n = x.size // x.shape[1]
        running_mean *= 1 - momentum
        running_mean += momentum * mu
        running_var *= 1 - momentum
        running_var += momentum * v * n / (n - 1)
    else:
        mu, v = running_mean, running_var
    return (x - mu.reshape(col)) / (np.sqrt(v.reshape(col)) + eps) * weight.reshape(col) + bias.reshape(col)
# %% wrong: the batch is normalised by the unbiased variance, too
def batch_norm(x, running_mean, running_var, weight, bias, training=False, momentum=0.1, eps=1e-5):
    if not training:
        m, v = running_mean, running_var
    else:
        m = x.mean(axis=(0, 2, 3))
        v = x.var(axis=(0, 2, 3), ddof=1)
        running_mean[...] = running_mean * (1 - momentum) + m * momentum
        running_var[...] = running_var * (1 - momentum) + v * momentum
    gain = weight / np.sqrt(v + eps)
    return np.einsum("nchw,c->nchw", x, gain) + (bias - m * gain)[:, None, None]
# %% wrong: the running statistics move in evaluation as well
def batch_norm(x, running_mean, running_var, weight, bias, training=False, momentum=0.1, eps=1e-5):
    bm, bv = x.mean(axis=(0, 2, 3)), x.var(axis=(0, 2, 3))
    mean, var = (bm, bv) if training else (running_mean.copy(), running_var.copy())
    running_mean[:] = (1 - momentum) * running_mean + momentum * bm
    running_var[:] = (1 - momentum) * running_var + momentum * x.var(axis=(0, 2, 3), ddof=1)
    shape = (1, -1, 1, 1)
    return (x - mean.reshape(shape)) / np.sqrt(var.reshape(shape) + eps) * weight.reshape(shape) + bias.reshape(shape)
# %% wrong: two mistakes: momentum is taken for the share of the old, and the biased variance is kept
def batch_norm(x, running_mean, running_var, weight, bias, training=False, momentum=0.1, eps=1e-5):
    line = lambda v: np.asarray(v).reshape(1, -1, 1, 1)
    mean, var = running_mean, running_var
    if training:
        mean, var = x.mean(axis=(0, 2, 3)), x.var(axis=(0, 2, 3))
        running_mean[:] = momentum * running_mean + (1 - momentum) * mean
        running_var[:] = momentum * running_var + (1 - momentum) * var
    return line(weight) * (x - line(mean)) / np.sqrt(line(var) + eps) + line(bias)
# %% right: channels last, so that everything lines up by itself
def batch_norm(x, running_mean, running_var, weight, bias, training=False, momentum=0.1, eps=1e-5):
    last = np.moveaxis(x, 1, -1)
    mean, var = running_mean, running_var
    if training:
        numbers = last.reshape(-1, last.shape[-1])
        mean, var = numbers.mean(axis=0), numbers.var(axis=0)
        running_mean += momentum * (mean - running_mean)
        running_var += momentum * (numbers.var(axis=0, ddof=1) - running_var)
    return np.moveaxis((last - mean) / np.sqrt(var + eps) * weight + bias, -1, 1)
