# %% wrong: the mean is the plain mean of the batches' means, without the counts; shows where batches differ in size
def recompute_statistics(means, variances, counts):
    mean = means.mean(axis=0)
    n = counts.sum()
    squares = counts[:, None] * (variances + (means - mean) ** 2)
    return mean, squares.sum(axis=0) / (n - 1)
# %% wrong: the distances of the batches' means from the mean of all are left out of the variance; shows where the means differ
def recompute_statistics(means, variances, counts):
    n = np.sum(counts)
    share = counts / n
    mean = share @ means
    var = share @ variances
    return mean, var * n / (n - 1)
# %% wrong: the variance is the biased one (divided by n, not n - 1); shows always, most with few numbers
def recompute_statistics(means, variances, counts):
    w = np.asarray(counts, float)[:, None]
    n = w.sum()
    mean = (w * means).sum(axis=0) / n
    # E[x^2] - E[x]^2
    mean_of_squares = (w * (variances + means**2)).sum(axis=0) / n
    return mean, mean_of_squares - mean**2
# %% wrong: counts is not made a column, so it lines up with the channels; crash where B is not C (and neither is 1), else mostly wrong
def recompute_statistics(means, variances, counts):
    total = sum(counts)
    mean = np.sum(counts * means, axis=0) / total
    var = np.sum(counts * (variances + (means - mean) ** 2), axis=0) / (total - 1)
    return mean, var
# %% right: batches are merged one after the other (Chan's formula)
def recompute_statistics(means, variances, counts):
    n, mean, squares = 0, np.zeros(means.shape[1]), np.zeros(means.shape[1])
    for m, v, k in zip(means, variances, counts):
        k = int(k)
        delta = m - mean
        squares = squares + v * k + delta**2 * n * k / (n + k)
        mean = mean + delta * k / (n + k)
        n += k
    return mean, squares / (n - 1)
