# %% wrong: the biased variance is kept
def running_update(running_mean, running_var, x, momentum=0.1):
    mean, var = x.mean(axis=(0, 2, 3)), x.var(axis=(0, 2, 3))
    return (1 - momentum) * running_mean + momentum * mean, (1 - momentum) * running_var + momentum * var
# %% wrong: momentum is the share of the old instead of the new
def running_update(running_mean, running_var, x, momentum=0.1):
    mean, var = x.mean(axis=(0, 2, 3)), x.var(axis=(0, 2, 3), ddof=1)
    return momentum * running_mean + (1 - momentum) * mean, momentum * running_var + (1 - momentum) * var
# %% wrong: n is the count of images only: var · N / (N - 1), which divides by 0 for one image
def running_update(running_mean, running_var, x, momentum=0.1):
    n = x.shape[0]
    mean = x.mean(axis=(0, 2, 3))
    var = x.var(axis=(0, 2, 3)) * n / (n - 1)
    return (1 - momentum) * running_mean + momentum * mean, (1 - momentum) * running_var + momentum * var
# %% wrong: the variance is taken around the new running mean instead of the batch's own mean
def running_update(running_mean, running_var, x, momentum=0.1):
    axes = (0, 2, 3)
    n = x.size // x.shape[1]
    new_mean = (1 - momentum) * running_mean + momentum * x.mean(axis=axes)
    var = ((x - new_mean[:, None, None]) ** 2).sum(axis=axes) / (n - 1)
    new_var = (1 - momentum) * running_var + momentum * var
    return new_mean, new_var
# %% wrong: the running arrays that came in are changed in place
def running_update(running_mean, running_var, x, momentum=0.1):
    running_mean *= 1 - momentum
    running_mean += momentum * x.mean(axis=(0, 2, 3))
    running_var *= 1 - momentum
    running_var += momentum * x.var(axis=(0, 2, 3), ddof=1)
    return running_mean, running_var
# %% wrong: the standard deviation is kept instead of the variance
def running_update(running_mean, running_var, x, momentum=0.1):
    mean = x.mean(axis=(0, 2, 3))
    std = x.std(axis=(0, 2, 3), ddof=1)
    return running_mean + momentum * (mean - running_mean), running_var + momentum * (std - running_var)
# %% right: one row a channel, steps towards the new
def running_update(running_mean, running_var, x, momentum=0.1):
    rows = x.transpose(1, 0, 2, 3).reshape(x.shape[1], -1)
    mean = rows.mean(axis=1)
    var = ((rows - mean[:, None]) ** 2).sum(axis=1) / (rows.shape[1] - 1)
    return running_mean + momentum * (mean - running_mean), running_var + momentum * (var - running_var)
