# %% wrong: in training it moves the running statistics and then normalises by them, not by those of the batch
def batch_norm(x, running_mean, running_var, weight, bias,
               training=False, momentum=0.1, eps=1e-5):
    if training:
        running_mean[:] = (1 - momentum) * running_mean + momentum * x.mean(axis=(0, 2, 3))
        running_var[:] = (1 - momentum) * running_var + momentum * x.var(axis=(0, 2, 3), ddof=1)
    m = running_mean.reshape(1, -1, 1, 1)
    v = running_var.reshape(1, -1, 1, 1)
    return (x - m) / np.sqrt(v + eps) * weight.reshape(1, -1, 1, 1) + bias.reshape(1, -1, 1, 1)
# %% wrong: in training the running arrays that were passed do not move (the names get new arrays); the output is right
def batch_norm(x, running_mean, running_var, weight, bias,
               training=False, momentum=0.1, eps=1e-5):
    col = lambda a: np.reshape(a, (1, -1, 1, 1))
    mean, var = running_mean, running_var
    if training:
        mean, var = x.mean(axis=(0, 2, 3)), x.var(axis=(0, 2, 3))
        running_mean = (1 - momentum) * running_mean + momentum * mean
        running_var = (1 - momentum) * running_var + momentum * x.var(axis=(0, 2, 3), ddof=1)
    xhat = (x - col(mean)) / np.sqrt(col(var) + eps)
    return col(weight) * xhat + col(bias)
# %% wrong: eps is added to the deviation, outside the root; shows with a small variance or a larger eps
def batch_norm(x, running_mean, running_var, weight, bias,
               training=False, momentum=0.1, eps=1e-5):
    out = np.empty(x.shape)
    for c in range(x.shape[1]):
        ch = x[:, c]
        if training:
            mu, sigma = ch.mean(), ch.std()
            running_mean[c] = (1 - momentum) * running_mean[c] + momentum * mu
            running_var[c] = (1 - momentum) * running_var[c] + momentum * ch.var(ddof=1)
        else:
            mu, sigma = running_mean[c], np.sqrt(running_var[c])
        out[:, c] = weight[c] * (ch - mu) / (sigma + eps) + bias[c]
    return out
# %% wrong: in training the output is made with the unbiased variance, the one for keeping; shows most with few numbers a channel
def batch_norm(x, running_mean, running_var, weight, bias,
               training=False, momentum=0.1, eps=1e-5):
    if training:
        mean = x.mean(axis=(0, 2, 3))
        var = x.var(axis=(0, 2, 3), ddof=1)
        running_mean[:] = (1 - momentum) * running_mean + momentum * mean
        running_var[:] = (1 - momentum) * running_var + momentum * var
    else:
        mean, var = running_mean, running_var
    scale = weight / np.sqrt(var + eps)
    shift = bias - mean * scale
    return x * scale[:, None, None] + shift[:, None, None]
# %% right: channels last, so that everything lines up by itself; in place with *= and +=
def batch_norm(x, running_mean, running_var, weight, bias,
               training=False, momentum=0.1, eps=1e-5):
    last = x.transpose(0, 2, 3, 1)
    centre, spread = running_mean, running_var
    if training:
        flat = last.reshape(-1, last.shape[-1])
        n = len(flat)
        centre = flat.sum(axis=0) / n
        squares = ((flat - centre) ** 2).sum(axis=0)
        spread = squares / n
        running_mean *= 1 - momentum
        running_mean += momentum * centre
        running_var *= 1 - momentum
        running_var += momentum * squares / (n - 1)
    y = weight * (last - centre) * (spread + eps) ** -0.5 + bias
    return y.transpose(0, 3, 1, 2)
