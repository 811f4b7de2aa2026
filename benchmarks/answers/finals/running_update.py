# %% wrong: momentum is taken for the share of the old
def running_update(running_mean, running_var, x, momentum=0.1):
    m = x.mean(axis=(0, 2, 3))
    v = x.var(axis=(0, 2, 3), ddof=1)
    return momentum * running_mean + (1 - momentum) * m, momentum * running_var + (1 - momentum) * v
# %% wrong: the biased variance is kept
def running_update(running_mean, running_var, x, momentum=0.1):
    flat = np.moveaxis(x, 1, 0).reshape(x.shape[1], -1)
    new_mean = running_mean + momentum * (flat.mean(axis=1) - running_mean)
    new_var = running_var + momentum * (flat.var(axis=1) - running_var)
    return new_mean, new_var
# %% wrong: the deviation is kept and not the variance
def running_update(running_mean, running_var, x, momentum=0.1):
    batch_mean, batch_std = np.mean(x, axis=(0, 2, 3)), np.std(x, axis=(0, 2, 3), ddof=1)
    keep = 1 - momentum
    return keep * running_mean + momentum * batch_mean, keep * running_var + momentum * batch_std
# %% wrong: n - 1 counts images only: the correction is N / (N - 1), not that of all N·H·W numbers (division by zero for one image)
def running_update(running_mean, running_var, x, momentum=0.1):
    n = len(x)
    mean = x.mean(axis=(0, 2, 3))
    squares = ((x - mean[None, :, None, None]) ** 2).mean(axis=(0, 2, 3))
    var = squares * n / (n - 1)
    return (1 - momentum) * running_mean + momentum * mean, (1 - momentum) * running_var + momentum * var
# %% wrong: changes the running arrays that were handed in, by += on them
def running_update(running_mean, running_var, x, momentum=0.1):
    running_mean += momentum * (x.mean(axis=(0, 2, 3)) - running_mean)
    running_var += momentum * (x.var(axis=(0, 2, 3), ddof=1) - running_var)
    return running_mean, running_var
# %% wrong: the axes of channels-last pictures, (0, 1, 2): statistics for each column (a ValueError where the lengths do not fit)
def running_update(running_mean, running_var, x, momentum=0.1):
    mean, var = x.mean(axis=(0, 1, 2)), x.var(axis=(0, 1, 2), ddof=1)
    return (1 - momentum) * running_mean + momentum * mean, (1 - momentum) * running_var + momentum * var
# %% right: channel by channel with the statistics written out
def running_update(running_mean, running_var, x, momentum=0.1):
    mean, var = [], []
    for c in range(x.shape[1]):
        numbers = x[:, c].ravel().astype(float)
        m = numbers.sum() / numbers.size
        v = ((numbers - m) ** 2).sum() / (numbers.size - 1)
        mean.append(running_mean[c] + momentum * (m - running_mean[c]))
        var.append(running_var[c] + momentum * (v - running_var[c]))
    return np.array(mean), np.array(var)
