# %% wrong: the kept variance is the biased one (np.var without ddof=1); shows always, most with few numbers a channel
def running_update(running_mean, running_var, x, momentum=0.1):
    m = x.mean(axis=(0, 2, 3))
    v = x.var(axis=(0, 2, 3))
    return (1 - momentum) * running_mean + momentum * m, (1 - momentum) * running_var + momentum * v
# %% wrong: running_mean and running_var are changed in place; the numbers are right, but the two arguments are no longer what they were
def running_update(running_mean, running_var, x, momentum=0.1):
    axes = (0, 2, 3)
    running_mean *= 1 - momentum
    running_mean += momentum * x.mean(axis=axes)
    running_var *= 1 - momentum
    running_var += momentum * x.var(axis=axes, ddof=1)
    return running_mean, running_var
# %% wrong: the variance is the mean of each image's own unbiased variance; right for one image, shows when N > 1
def running_update(running_mean, running_var, x, momentum=0.1):
    batch_mean = x.mean((2, 3)).mean(0)
    batch_var = x.var((2, 3), ddof=1).mean(0)   # first each image, then over the batch
    new_mean = running_mean + momentum * (batch_mean - running_mean)
    new_var = running_var + momentum * (batch_var - running_var)
    return new_mean, new_var
# %% wrong: two mistakes: momentum is taken as the share of the old numbers (shows when it is not 0.5), and the standard deviation is kept and not the variance
def running_update(running_mean, running_var, x, momentum=0.1):
    C = x.shape[1]
    mean = np.zeros(C)
    var = np.zeros(C)
    for c in range(C):
        channel = x[:, c].ravel()
        mean[c] = momentum * running_mean[c] + (1 - momentum) * channel.mean()
        var[c] = momentum * running_var[c] + (1 - momentum) * channel.std(ddof=1)
    return mean, var
# %% right: channels as rows, sums by einsum, n - 1 by hand
def running_update(running_mean, running_var, x, momentum=0.1):
    rows = np.moveaxis(np.asarray(x, dtype=float), 1, 0).reshape(x.shape[1], -1)
    n = rows.shape[1]
    mu = rows.sum(axis=1) / n
    away = rows - mu[:, None]
    spread = np.einsum("cn,cn->c", away, away) / (n - 1)
    keep = 1 - momentum
    return keep * running_mean + momentum * mu, keep * running_var + momentum * spread
