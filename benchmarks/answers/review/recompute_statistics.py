# %% wrong: counts (B,) times means (B, C) without a new axis (ValueError unless B is C or C is 1)
def recompute_statistics(means, variances, counts):
    total = counts.sum()
    mean = (counts * means).sum(axis=0) / total
    squares = (counts * (variances + (means - mean) ** 2)).sum(axis=0)
    return mean, squares / (total - 1)
# %% wrong: the distance of the batches' means from the mean of all is left out
def recompute_statistics(means, variances, counts):
    n = counts[:, None]
    mean = (n * means).sum(axis=0) / n.sum()
    return mean, (n * variances).sum(axis=0) / (n.sum() - 1)
# %% wrong: divides by the sum of (count - 1) over the batches, total - B, not by total - 1
def recompute_statistics(means, variances, counts):
    n = counts[:, None]
    mean = np.sum(n * means, axis=0) / np.sum(n)
    squares = np.sum(n * (variances + (means - mean) ** 2), axis=0)
    return mean, squares / np.sum(counts - 1)
# %% right: sums and sums of squares around the mean of all, by matrix products
def recompute_statistics(means, variances, counts):
    total = np.sum(counts)
    mean = counts @ means / total
    var = (counts @ variances + counts @ (means - mean) ** 2) / (total - 1)
    return mean, var
