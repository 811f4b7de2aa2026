# %% wrong: the biased variance (divided by n) goes into the running variance
def running_update(running_mean, running_var, x, momentum=0.1):
    mean = x.mean(axis=(0, 2, 3))
    var = x.var(axis=(0, 2, 3))
    return (1 - momentum) * running_mean + momentum * mean, (1 - momentum) * running_var + momentum * var
# %% wrong: momentum is used as the share of the old value: momentum * old + (1 - momentum) * batch
def running_update(running_mean, running_var, x, momentum=0.1):
    axes = (0, 2, 3)
    new_mean = momentum * running_mean + (1 - momentum) * x.mean(axis=axes)
    new_var = momentum * running_var + (1 - momentum) * x.var(axis=axes, ddof=1)
    return new_mean, new_var
# %% wrong: the result is right, but the running arrays that were passed are changed in place
def running_update(running_mean, running_var, x, momentum=0.1):
    running_mean *= 1 - momentum
    running_mean += momentum * x.mean(axis=(0, 2, 3))
    running_var *= 1 - momentum
    running_var += momentum * x.var(axis=(0, 2, 3), ddof=1)
    return running_mean, running_var
# %% wrong: the correction to the unbiased variance uses n = N, the number of images, instead of N * H * W
def running_update(running_mean, running_var, x, momentum=0.1):
    n = x.shape[0]
    mu = x.mean(axis=(0, 2, 3))
    sigma2 = x.var(axis=(0, 2, 3)) * n / max(n - 1, 1)
    return (running_mean + momentum * (mu - running_mean),
            running_var + momentum * (sigma2 - running_var))
# %% right: channels as rows, np.cov-like by hand, old plus a step
def running_update(running_mean, running_var, x, momentum=0.1):
    rows = np.swapaxes(x, 0, 1).reshape(x.shape[1], -1)
    mean = rows.sum(axis=1) / rows.shape[1]
    away = rows - mean[:, None]
    var = np.einsum("cn,cn->c", away, away) / (rows.shape[1] - 1)
    return tuple(old + momentum * (new - old) for old, new in ((running_mean, mean), (running_var, var)))
