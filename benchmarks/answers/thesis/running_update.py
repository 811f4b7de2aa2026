# %% wrong: the variance kept is the biased one (divided by n); shows always, most with few numbers
def running_update(running_mean, running_var, x, momentum=0.1):
    axes = (0, 2, 3)
    new_mean = (1 - momentum) * running_mean + momentum * x.mean(axis=axes)
    new_var = (1 - momentum) * running_var + momentum * x.var(axis=axes)
    return new_mean, new_var
# %% wrong: momentum is used as the share of the old instead of the new; shows unless momentum is 0.5
def running_update(running_mean, running_var, x, momentum=0.1):
    m = np.mean(x, (0, 2, 3))
    v = np.var(x, (0, 2, 3), ddof=1)
    return momentum * running_mean + (1 - momentum) * m, momentum * running_var + (1 - momentum) * v
# %% wrong: the numbers are right, but the arrays that were passed are changed in place and returned
def running_update(running_mean, running_var, x, momentum=0.1):
    channels = x.shape[1]
    for c in range(channels):
        values = x[:, c].ravel()
        running_mean[c] = (1 - momentum) * running_mean[c] + momentum * values.mean()
        running_var[c] = (1 - momentum) * running_var[c] + momentum * values.var(ddof=1)
    return running_mean, running_var
# %% wrong: the n of n / (n - 1) counts all channels together (x.size); shows with more than one channel
def running_update(running_mean, running_var, x, momentum=0.1):
    n = x.size
    mu = x.mean(axis=(0, 2, 3), keepdims=True)
    var = ((x - mu) ** 2).mean(axis=(0, 2, 3))
    unbiased = var * n / (n - 1)   # Bessel
    keep = 1 - momentum
    return keep * running_mean + momentum * mu.ravel(), keep * running_var + momentum * unbiased
# %% right: channels first, each a row of numbers; old plus a share of the difference
def running_update(running_mean, running_var, x, momentum=0.1):
    rows = np.moveaxis(x, 1, 0).reshape(x.shape[1], -1)
    n = rows.shape[1]
    mean = rows @ np.full(n, 1 / n)
    apart = rows - mean[:, None]
    var = np.einsum("cn,cn->c", apart, apart) / (n - 1)
    return (running_mean + momentum * (mean - running_mean),
            running_var + momentum * (var - running_var))
