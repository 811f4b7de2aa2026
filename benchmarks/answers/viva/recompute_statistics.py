# %% wrong: the pooled variance of statistics textbooks, sum of (n - 1) times variance divided by total minus B: the distances between the batches' means are left out and the variances are taken for unbiased ones
def recompute_statistics(means, variances, counts):
    n = counts[:, None]
    mean = (n * means).sum(axis=0) / n.sum()
    var = ((n - 1) * variances).sum(axis=0) / (n.sum() - len(counts))
    return mean, var
# %% wrong: counts (B,) is not made a column, so it lines up with the channels: a ValueError, or a wrong answer where C is B or 1 (one batch is right)
def recompute_statistics(means, variances, counts):
    total = np.sum(counts)
    mean = np.sum(counts * means, axis=0) / total
    squares = np.sum(counts * (variances + (means - mean) ** 2), axis=0)
    return mean, squares / (total - 1)
# %% wrong: two mistakes: the mean is the plain mean of the batches' means, not weighted by counts, and the variance is divided by n instead of n - 1
def recompute_statistics(means, variances, counts):
    mean = means.mean(axis=0)
    spread = variances + (means - mean) ** 2
    return mean, np.average(spread, axis=0, weights=counts)
# %% wrong: the distances of the batches' means from the joint mean are not squared, so they cancel and only the variances within the batches count
def recompute_statistics(means, variances, counts):
    total = counts.sum()
    mean = counts @ means / total
    var = counts @ (variances + (means - mean)) / (total - 1)
    return mean, var
# %% right: the batches are merged one after the other
def recompute_statistics(means, variances, counts):
    mean, squares, n = np.zeros(np.shape(means)[1]), np.zeros(np.shape(means)[1]), 0
    for m, v, k in zip(means, variances, counts):
        apart = m - mean
        squares = squares + v * k + apart**2 * (n * k / (n + k))
        mean = mean + apart * (k / (n + k))
        n += k
    return mean, squares / (n - 1)
