# %% wrong: the variance is the weighted mean of the batches' variances only (made unbiased): how far the batches' means lie apart is left out
def recompute_statistics(means, variances, counts):
    n = counts.sum()
    mean = (counts[:, None] * means).sum(axis=0) / n
    var = (counts[:, None] * variances).sum(axis=0) / (n - 1)
    return mean, var
# %% wrong: the variance is divided by n, not by n - 1: the biased one
def recompute_statistics(means, variances, counts):
    mean = np.average(means, axis=0, weights=counts)
    var = np.average(variances + (means - mean) ** 2, axis=0, weights=counts)
    return mean, var
# %% wrong: the mean is the plain mean of the batches' means; batches of different sizes count alike (and the squares are measured from this mean)
def recompute_statistics(means, variances, counts):
    counts = np.asarray(counts)
    mean = means.mean(axis=0)
    squares = counts[:, None] * (variances + (means - mean) ** 2)
    return mean, squares.sum(axis=0) / (counts.sum() - 1)
# %% wrong: one is taken off for each batch: divided by the sum of (count - 1), that is n - B, instead of n - 1
def recompute_statistics(means, variances, counts):
    mean = counts @ means / counts.sum()
    squares = counts @ (variances + (means - mean) ** 2)
    return mean, squares / np.sum(counts - 1)
# %% right: batches are merged one after the other
def recompute_statistics(means, variances, counts):
    n, mean, squares = 0, 0.0, 0.0
    for m, v, count in zip(means, variances, counts):
        delta, total = m - mean, n + count
        squares = squares + v * count + delta**2 * n * count / total
        mean, n = mean + delta * count / total, total
    return mean, squares / (n - 1)
