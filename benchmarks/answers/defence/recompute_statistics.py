# %% wrong: the mean is the plain mean of the batches' means, not weighted by counts
def recompute_statistics(means, variances, counts):
    n = counts.sum()
    mean = means.mean(axis=0)
    squares = counts[:, None] * (variances + (means - mean) ** 2)
    return mean, squares.sum(axis=0) / (n - 1)
# %% wrong: the distance of the batches' means from the mean of all is left out of the variance
def recompute_statistics(means, variances, counts):
    total = counts.sum()
    mean = counts @ means / total
    var = counts @ variances / (total - 1)
    return mean, var
# %% wrong: the variance is divided by n, so it is the biased one
def recompute_statistics(means, variances, counts):
    c = counts.reshape(-1, 1)
    mean = (c * means).sum(axis=0) / c.sum()
    var = (c * (variances + (means - mean) ** 2)).sum(axis=0) / c.sum()
    return mean, var
# %% wrong: counts is multiplied without a second axis, so (B,) is lined up with the channels (ValueError unless B equals C)
def recompute_statistics(means, variances, counts):
    n = np.sum(counts)
    mean = np.sum(counts * means, axis=0) / n
    var = np.sum(counts * (variances + (means - mean) ** 2), axis=0) / (n - 1)
    return mean, var
# %% right: batches merged one by one (parallel variance)
def recompute_statistics(means, variances, counts):
    n, mean, squares = 0, np.zeros(means.shape[1]), np.zeros(means.shape[1])
    for m, v, k in zip(means, variances, counts):
        delta = m - mean
        squares = squares + k * v + delta**2 * (n * k / (n + k))
        mean = mean + delta * k / (n + k)
        n += k
    return mean, squares / (n - 1)
