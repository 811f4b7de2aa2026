# %% wrong: two mistakes: the mean of all is the plain mean of the batches' means, not weighted by counts, and the variance is biased, divided by the total instead of total - 1
def recompute_statistics(means, variances, counts):
    counts = np.asarray(counts)[:, None]
    mean = means.mean(axis=0)
    squares = (counts * (variances + (means - mean) ** 2)).sum(axis=0)
    return mean, squares / counts.sum()
# %% wrong: the distance of the batches' means from the mean of all is forgotten: only the variances within the batches are added up
def recompute_statistics(means, variances, counts):
    total = np.sum(counts)
    mean = counts @ means / total
    var = counts @ variances / (total - 1)
    return mean, var
# %% wrong: counts (B,) is multiplied without a new axis, so it lines up with the channels instead of the batches (ValueError where B and C differ and neither is 1)
def recompute_statistics(means, variances, counts):
    n = counts.sum()
    mean = (counts * means).sum(axis=0) / n
    var = (counts * (variances + (means - mean) ** 2)).sum(axis=0) / (n - 1)
    return mean, var
# %% wrong: the given variances are taken as unbiased: each is multiplied by counts - 1 instead of counts
def recompute_statistics(means, variances, counts):
    B, C = means.shape
    total = sum(counts)
    mean = sum(counts[b] * means[b] for b in range(B)) / total
    squares = np.zeros(C)
    for b in range(B):
        squares += (counts[b] - 1) * variances[b]
        squares += counts[b] * (means[b] - mean) ** 2
    return mean, squares / (total - 1)
# %% right: batch after batch, two at a time (Chan's merging formula)
def recompute_statistics(means, variances, counts):
    n, mean, squares = 0, 0.0, 0.0
    for more, other, var in zip(counts, np.asarray(means), np.asarray(variances)):
        gap = other - mean
        squares = squares + more * var + gap**2 * n * more / (n + more)
        n, mean = n + more, mean + gap * more / (n + more)
    return mean, squares / (n - 1)
