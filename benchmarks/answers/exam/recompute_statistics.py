# %% wrong: the plain mean of the batches' means, all batches weighing the same
def recompute_statistics(means, variances, counts):
    n = counts.sum()
    mean = means.mean(axis=0)
    squares = (counts[:, None] * (variances + (means - mean) ** 2)).sum(axis=0)
    return mean, squares / (n - 1)
# %% wrong: the variance is the weighted mean of the variances within, without the distances between the means
def recompute_statistics(means, variances, counts):
    w = counts[:, None]
    n = counts.sum()
    mean = (w * means).sum(axis=0) / n
    return mean, (w * variances).sum(axis=0) / (n - 1)
# %% wrong: the biased variance, divided by n
def recompute_statistics(means, variances, counts):
    share = (counts / counts.sum())[:, None]
    mean = (share * means).sum(axis=0)
    var = (share * (variances + means ** 2)).sum(axis=0) - mean ** 2
    return mean, var
# %% wrong: divided by n - B, as a pooled variance, instead of n - 1
def recompute_statistics(means, variances, counts):
    w, n = counts.reshape(-1, 1), counts.sum()
    mean = (w * means).sum(axis=0) / n
    total = (w * variances).sum(axis=0) + (w * (means - mean) ** 2).sum(axis=0)
    return mean, total / (n - len(counts))
# %% wrong: counts (B,) is multiplied with (B, C) along the channels (ValueError unless B equals C)
def recompute_statistics(means, variances, counts):
    n = counts.sum()
    mean = (counts * means).sum(axis=0) / n
    squares = (counts * (variances + (means - mean) ** 2)).sum(axis=0)
    return mean, squares / (n - 1)
# %% wrong: the variances are taken for unbiased, multiplied by counts - 1
def recompute_statistics(means, variances, counts):
    n = np.sum(counts)
    mean = counts @ means / n
    within = (counts - 1) @ variances
    between = counts @ (means - mean) ** 2
    return mean, (within + between) / (n - 1)
# %% right: by mean squares
def recompute_statistics(means, variances, counts):
    counts = np.asarray(counts, float)
    n = counts.sum()
    mean = counts @ means / n
    square = counts @ (variances + (means - mean) ** 2)
    return mean, square / (n - 1)
# %% right: batch after batch, merged two at a time
def recompute_statistics(means, variances, counts):
    n, mean, square = 0, 0.0, 0.0
    for m, v, k in zip(means, variances, counts):
        apart = m - mean
        square = square + k * v + apart ** 2 * (n * k / (n + k))
        mean = mean + apart * (k / (n + k))
        n += k
    return mean, square / (n - 1)
