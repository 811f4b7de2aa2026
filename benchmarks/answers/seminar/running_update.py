# %% wrong: the biased variance (divided by n) goes into the running variance; shows for every batch, most for small ones
def running_update(running_mean, running_var, x, momentum=0.1):
    m = x.mean(axis=(0, 2, 3))
    v = x.var(axis=(0, 2, 3))
    return (1 - momentum) * running_mean + momentum * m, (1 - momentum) * running_var + momentum * v
# %% wrong: momentum is taken as the share of the old statistics, not of the new batch; shows unless momentum is 0.5
def running_update(running_mean, running_var, x, momentum=0.1):
    batch_mean = np.mean(x, (0, 2, 3))
    batch_var = np.var(x, (0, 2, 3), ddof=1)
    new_mean = momentum * running_mean + (1 - momentum) * batch_mean
    new_var = momentum * running_var + (1 - momentum) * batch_var
    return new_mean, new_var
# %% wrong: the values returned are right, but the arrays passed are changed in place and returned themselves
def running_update(running_mean, running_var, x, momentum=0.1):
    # move both a little towards the batch
    running_mean += momentum * (x.mean(axis=(0, 2, 3)) - running_mean)
    running_var += momentum * (x.var(axis=(0, 2, 3), ddof=1) - running_var)
    return running_mean, running_var
# %% wrong: two mistakes: the unbiased factor n / (n - 1) is built with the number of images instead of N*H*W, and the argument momentum is ignored (0.1 is written in)
def running_update(running_mean, running_var, x, momentum=0.1):
    n = x.shape[0]
    mu = x.mean(axis=(0, 2, 3))
    sigma2 = x.var(axis=(0, 2, 3))
    if n > 1:
        sigma2 = sigma2 * n / (n - 1)
    return 0.9 * running_mean + 0.1 * mu, 0.9 * running_var + 0.1 * sigma2
# %% right: channel by channel, sums of squares, moves towards the batch
def running_update(running_mean, running_var, x, momentum=0.1):
    means, variances = [], []
    for c in range(x.shape[1]):
        numbers = x[:, c].ravel()
        middle = numbers.sum() / numbers.size
        spread = ((numbers - middle) ** 2).sum() / (numbers.size - 1)
        means.append(running_mean[c] + momentum * (middle - running_mean[c]))
        variances.append(running_var[c] + momentum * (spread - running_var[c]))
    return np.array(means), np.array(variances)
