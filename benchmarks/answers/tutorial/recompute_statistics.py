# %% wrong: counts (B,) is multiplied with (B, C) without its own axis: ValueError unless B equals C (wrong weights then) or C is 1 (broadcasts to (B, B), wrong shape, unless B is 1)
def recompute_statistics(means, variances, counts):
    total = counts.sum()
    mean = (counts * means).sum(axis=0) / total
    squares = (counts * (variances + (means - mean) ** 2)).sum(axis=0)
    return mean, squares / (total - 1)
# %% wrong: all batches count alike, the means are not weighted by their counts; right for batches of one size
def recompute_statistics(means, variances, counts):
    n = np.sum(counts)
    mean = means.mean(axis=0)
    biased = (variances + (means - mean) ** 2).mean(axis=0)
    return mean, biased * n / (n - 1)
# %% wrong: two mistakes: how far the batches' means lie apart is left out (weighted mean of the variances), and the result is the biased variance
def recompute_statistics(means, variances, counts):
    shares = counts / counts.sum()
    return shares @ means, shares @ variances
# %% wrong: batches are merged one after the other, but the distance of the two means is weighted by the new batch's count alone, not by n · m / (n + m), so the variance is too large; the mean is right
def recompute_statistics(means, variances, counts):
    n, mean, squares = counts[0], means[0], counts[0] * variances[0]
    for m, other, var in zip(counts[1:], means[1:], variances[1:]):
        apart = other - mean
        squares = squares + m * var + m * apart**2
        mean = mean + apart * m / (n + m)
        n = n + m
    return mean, squares / (n - 1)
# %% right: by sums and sums of squares about the first mean
def recompute_statistics(means, variances, counts):
    weights = np.asarray(counts, dtype=float)[:, None]
    n = weights.sum()
    offset = np.asarray(means) - means[0]
    first = (weights * offset).sum(axis=0)
    second = (weights * (variances + offset**2)).sum(axis=0)
    return means[0] + first / n, (second - first**2 / n) / (n - 1)
