# %% wrong: plain means over the batches, their sizes are ignored
def recompute_statistics(means, variances, counts):
    total = np.sum(counts)
    mean = means.mean(axis=0)
    var = variances.mean(axis=0) + means.var(axis=0)
    return mean, var * total / (total - 1)
# %% wrong: the distance of the batches' means from the common mean is left out
def recompute_statistics(means, variances, counts):
    share = np.asarray(counts) / np.sum(counts)
    mean = share @ means
    var = share @ variances
    n = np.sum(counts)
    return mean, var * n / (n - 1)
# %% wrong: the biased variance of all
def recompute_statistics(means, variances, counts):
    n = np.sum(counts)
    w = np.reshape(counts, (-1, 1))
    mean = (w * means).sum(0) / n
    second = (w * (variances + means ** 2)).sum(0) / n
    return mean, second - mean ** 2
# %% wrong: one is subtracted for each batch, n - B
def recompute_statistics(means, variances, counts):
    counts = np.asarray(counts, float)
    n, batches = counts.sum(), len(counts)
    mean = np.average(means, axis=0, weights=counts)
    squares = np.zeros(means.shape[1])
    for m, v, c in zip(means, variances, counts):
        squares += c * (v + (m - mean) ** 2)
    return mean, squares / (n - batches)
# %% right: batch after batch, by Chan's update
def recompute_statistics(means, variances, counts):
    n, mean, squares = 0, np.zeros(means.shape[1]), np.zeros(means.shape[1])
    for m, v, c in zip(means, variances, counts):
        apart = m - mean
        both = n + c
        squares = squares + c * v + apart ** 2 * n * c / both
        mean = mean + apart * c / both
        n = both
    return mean, squares / (n - 1)
