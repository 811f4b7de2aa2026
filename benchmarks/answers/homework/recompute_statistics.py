# %% wrong: plain means of means and variances
def recompute_statistics(means, variances, counts):
    return np.mean(means, axis=0), np.mean(variances, axis=0)
# %% wrong: spread between the batches forgotten
def recompute_statistics(means, variances, counts):
    c = np.asarray(counts)[:, None]
    n = c.sum()
    return (c * means).sum(0) / n, (c * variances).sum(0) / (n - 1)
# %% wrong: biased result
def recompute_statistics(means, variances, counts):
    c = np.asarray(counts)[:, None]
    m = (c * means).sum(0) / c.sum()
    return m, (c * (variances + (means - m) ** 2)).sum(0) / c.sum()
# %% wrong: the variances taken for unbiased: (counts - 1) * variances
def recompute_statistics(means, variances, counts):
    c = np.asarray(counts)[:, None]
    m = (c * means).sum(0) / c.sum()
    return m, ((c - 1) * variances + c * (means - m) ** 2).sum(0) / (c.sum() - 1)
# %% wrong: counts not lined up with the batches: crash, or wrong if as many channels as batches
def recompute_statistics(means, variances, counts):
    n = counts.sum()
    m = (counts * means).sum(axis=0) / n
    return m, (counts * (variances + (means - m) ** 2)).sum(axis=0) / (n - 1)
# %% right: sums of squares
def recompute_statistics(means, variances, counts):
    c = np.asarray(counts)[:, None]
    n = c.sum()
    m = (c * means).sum(0) / n
    return m, (c * (variances + (means - m) ** 2)).sum(0) / (n - 1)
# %% right: merging two at a time
def recompute_statistics(means, variances, counts):
    n, m, s = 0, np.zeros(means.shape[1]), np.zeros(means.shape[1])
    for mean, var, k in zip(means, variances, counts):
        d = mean - m
        s = s + var * k + d ** 2 * n * k / (n + k)
        n, m = n + k, m + d * k / (n + k)
    return m, s / (n - 1)
