# %% wrong: momentum taken as the share of the old (Keras' convention): 0.1 of the old stays
def running_update(running_mean, running_var, x, momentum=0.1):
    mean = x.mean(axis=(0, 2, 3))
    var = x.var(axis=(0, 2, 3), ddof=1)
    return momentum * running_mean + (1 - momentum) * mean, momentum * running_var + (1 - momentum) * var
# %% wrong: keeps the biased variance (divided by n), shows with small batches
def running_update(running_mean, running_var, x, momentum=0.1):
    mean = x.mean(axis=(0, 2, 3))
    var = x.var(axis=(0, 2, 3))
    new_mean = (1 - momentum) * running_mean + momentum * mean
    new_var = (1 - momentum) * running_var + momentum * var
    return new_mean, new_var
# %% wrong: corrects by N / (N - 1) with the batch size N instead of by all N·H·W places (division by zero for one image)
def running_update(running_mean, running_var, x, momentum=0.1):
    n = len(x)
    mean = x.mean(axis=(0, 2, 3))
    var = x.var(axis=(0, 2, 3)) * n / (n - 1)
    return (1 - momentum) * running_mean + momentum * mean, (1 - momentum) * running_var + momentum * var
# %% wrong: statistics over the batch axis only: (C, H, W) instead of (C,), crash or wrong shape
def running_update(running_mean, running_var, x, momentum=0.1):
    mean = np.mean(x, axis=0)
    var = np.var(x, axis=0, ddof=1)
    return (running_mean + momentum * (mean - running_mean), running_var + momentum * (var - running_var))
# %% wrong: changes the arrays that were passed by += (arguments changed; they should stay and new ones come back)
def running_update(running_mean, running_var, x, momentum=0.1):
    running_mean += momentum * (x.mean(axis=(0, 2, 3)) - running_mean)
    running_var += momentum * (x.var(axis=(0, 2, 3), ddof=1) - running_var)
    return running_mean, running_var
# %% wrong: keeps the standard deviation instead of the variance
def running_update(running_mean, running_var, x, momentum=0.1):
    keep = 1 - momentum
    mean = keep * running_mean + momentum * x.mean((0, 2, 3))
    var = keep * running_var + momentum * x.std((0, 2, 3), ddof=1)
    return mean, var
# %% wrong: the variance is measured around the new running mean instead of around the mean of the batch
def running_update(running_mean, running_var, x, momentum=0.1):
    n = x.size // x.shape[1]
    new_mean = (1 - momentum) * running_mean + momentum * x.mean(axis=(0, 2, 3))
    squares = (x - new_mean[:, None, None]) ** 2
    batch_var = squares.sum(axis=(0, 2, 3)) / (n - 1)
    return new_mean, (1 - momentum) * running_var + momentum * batch_var
# %% right: channels to the front, a table (C, n), interpolation old + momentum * (new - old)
def running_update(running_mean, running_var, x, momentum=0.1):
    table = np.moveaxis(x, 1, 0).reshape(x.shape[1], -1).astype(float)
    n = table.shape[1]
    mean = table.sum(axis=1) / n
    var = ((table - mean[:, None]) ** 2).sum(axis=1) / (n - 1)
    return running_mean + momentum * (mean - running_mean), running_var + momentum * (var - running_var)
