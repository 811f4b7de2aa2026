# %% wrong: all batches count the same (plain means over the batches); right if all counts are equal
def recompute_statistics(means, variances, counts):
    total = counts.sum()
    mean = means.mean(axis=0)
    var = (variances + (means - mean) ** 2).mean(axis=0)
    return mean, var * total / (total - 1)
# %% wrong: the distances of the batch means from the mean of all are forgotten; the variance is right only if all batch means are equal
def recompute_statistics(means, variances, counts):
    n = np.sum(counts)
    w = counts[:, None]
    mean = (w * means).sum(axis=0) / n
    var = (w * variances).sum(axis=0) / (n - 1)
    return mean, var
# %% wrong: the variance is the biased one (divided by n instead of n - 1)
def recompute_statistics(means, variances, counts):
    mean = np.average(means, axis=0, weights=counts)
    var = np.average(variances + (means - mean) ** 2, axis=0, weights=counts)
    return mean, var
# %% wrong: the variances that come in are taken as unbiased ones (times count - 1), so the squares within the batches are too small
def recompute_statistics(means, variances, counts):
    B, C = means.shape
    N = sum(counts)
    mean = np.zeros(C)
    for b in range(B):
        mean += counts[b] / N * means[b]
    ss = np.zeros(C)
    for b in range(B):
        ss += (counts[b] - 1) * variances[b] + counts[b] * (means[b] - mean) ** 2
    return mean, ss / (N - 1)
# %% right: two batches at a time are joined into one, from left to right
def recompute_statistics(means, variances, counts):
    n = float(counts[0])
    mean, squares = np.array(means[0], float), n * np.array(variances[0], float)
    for m, v, k in zip(means[1:], variances[1:], counts[1:]):
        jump = m - mean
        squares = squares + k * v + jump**2 * (n * k / (n + k))
        mean = mean + jump * (k / (n + k))
        n = n + k
    return mean, squares / (n - 1)
