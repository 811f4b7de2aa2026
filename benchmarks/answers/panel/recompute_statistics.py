# %% wrong: the mean of all is the plain mean of the batch means, without weights (and the variance is taken around it); shows when batches differ in size
def recompute_statistics(means, variances, counts):
    mean = means.mean(axis=0)
    n = counts.sum()
    squares = (counts[:, None] * (variances + (means - mean) ** 2)).sum(axis=0)
    return mean, squares / (n - 1)
# %% wrong: the distance of the batch means from the mean of all is forgotten in the variance; shows when batches have different means
def recompute_statistics(means, variances, counts):
    total = np.sum(counts)
    mean = np.average(means, axis=0, weights=counts)
    var = np.average(variances, axis=0, weights=counts)
    return mean, var * total / (total - 1)
# %% wrong: divided by all numbers minus the number of batches, and not minus 1; right for a single batch
def recompute_statistics(means, variances, counts):
    c = counts.reshape(-1, 1)
    n = c.sum()
    B = len(counts)
    mean = (c * means).sum(0) / n
    ss = np.sum(c * variances, axis=0) + np.sum(c * (means - mean) ** 2, axis=0)
    return mean, ss / (n - B)
# %% wrong: counts (B,) is lined up with the channels and not with the batches: crash when B is not C (and neither is 1), wrong numbers when B = C; right for one batch
def recompute_statistics(means, variances, counts):
    n = counts.sum()
    mean = (counts * means).sum(axis=0) / n
    sum_sq = (counts * (variances + (means - mean) ** 2)).sum(axis=0)
    return mean, sum_sq / (n - 1)
# %% right: the batches are joined one after the other (formula for two sets of numbers)
def recompute_statistics(means, variances, counts):
    n, mean, ss = 0, np.zeros(means.shape[1]), np.zeros(means.shape[1])
    for m, v, k in zip(means, variances, counts):
        delta = m - mean
        ss = ss + k * v + delta**2 * n * k / (n + k)
        mean = mean + delta * k / (n + k)
        n = n + k
    return mean, ss / (n - 1)
