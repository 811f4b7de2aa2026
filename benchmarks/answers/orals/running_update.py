# %% wrong: momentum is taken as the share of the old statistics (Keras): momentum * old + (1 - momentum) * batch
def running_update(running_mean, running_var, x, momentum=0.1):
    mean = x.mean(axis=(0, 2, 3))
    var = x.var(axis=(0, 2, 3), ddof=1)
    new_mean = momentum * running_mean + (1 - momentum) * mean
    new_var = momentum * running_var + (1 - momentum) * var
    return new_mean, new_var
# %% wrong: the biased variance (divided by n) is kept instead of the unbiased one
def running_update(running_mean, running_var, x, momentum=0.1):
    axes = (0, 2, 3)
    keep = 1 - momentum
    return (keep * running_mean + momentum * np.mean(x, axis=axes),
            keep * running_var + momentum * np.var(x, axis=axes))
# %% wrong: running_mean and running_var are changed in place and returned, instead of two new arrays
def running_update(running_mean, running_var, x, momentum=0.1):
    m, v = x.mean((0, 2, 3)), x.var((0, 2, 3), ddof=1)
    running_mean *= 1 - momentum
    running_mean += momentum * m
    running_var *= 1 - momentum
    running_var += momentum * v
    return running_mean, running_var
# %% wrong: the variance is corrected by N / (N - 1) with the number of images N, instead of n / (n - 1) with n = N * H * W (inf or nan for one image, by division by zero)
def running_update(running_mean, running_var, x, momentum=0.1):
    N = x.shape[0]
    batch_mean = x.mean(axis=(0, 2, 3))
    batch_var = x.var(axis=(0, 2, 3)) * N / (N - 1)
    return (running_mean + momentum * (batch_mean - running_mean),
            running_var + momentum * (batch_var - running_var))
# %% right: a row of numbers for each channel, one channel after the other
def running_update(running_mean, running_var, x, momentum=0.1):
    rows = [channel.ravel() for channel in np.moveaxis(x, 1, 0)]
    new_mean, new_var = [], []
    for old_mean, old_var, row in zip(running_mean, running_var, rows):
        centre = row.sum() / row.size
        spread = ((row - centre) ** 2).sum() / (row.size - 1)
        new_mean.append(old_mean + momentum * (centre - old_mean))
        new_var.append(old_var + momentum * (spread - old_var))
    return np.array(new_mean), np.array(new_var)
