# %% wrong: plain mean of the means and of the variances: batches of different size count alike, the spread of the means is forgotten
def recompute_statistics(means, variances, counts):
    return np.mean(means, axis=0), np.mean(variances, axis=0)
# %% wrong: weighted means of both, but the distance between the batches' means is forgotten, and no n - 1
def recompute_statistics(means, variances, counts):
    counts = np.reshape(counts, (-1, 1))
    n = counts.sum()
    return (counts * means).sum(axis=0) / n, (counts * variances).sum(axis=0) / n
# %% wrong: biased: divides the sum of squares by n instead of n - 1
def recompute_statistics(means, variances, counts):
    means, variances = np.asarray(means), np.asarray(variances)
    k = np.reshape(counts, (-1, 1))
    n = np.sum(k)
    mean = (k * means).sum(axis=0) / n
    squares = (k * (variances + (means - mean) ** 2)).sum(axis=0)
    return mean, squares / n
# %% wrong: takes the batches' variances as unbiased ones and multiplies them by count - 1
def recompute_statistics(means, variances, counts):
    means, variances = np.asarray(means), np.asarray(variances)
    k = np.reshape(counts, (-1, 1))
    n = k.sum()
    mean = (k * means).sum(axis=0) / n
    squares = ((k - 1) * variances + k * (means - mean) ** 2).sum(axis=0)
    return mean, squares / (n - 1)
# %% wrong: the mean is not weighted by the counts (right for batches of one size)
def recompute_statistics(means, variances, counts):
    means, variances = np.asarray(means), np.asarray(variances)
    k = np.reshape(counts, (-1, 1))
    mean = means.mean(axis=0)
    squares = (k * (variances + (means - mean) ** 2)).sum(axis=0)
    return mean, squares / (k.sum() - 1)
# %% wrong: sums over all axes: one number for all channels instead of (C,)
def recompute_statistics(means, variances, counts):
    means, variances = np.asarray(means), np.asarray(variances)
    k = np.reshape(counts, (-1, 1))
    n = k.sum()
    mean = np.sum(k * means) / (n * means.shape[1])
    squares = np.sum(k * (variances + (means - mean) ** 2))
    return mean, squares / (n - 1)
# %% wrong: forgets to square the distance of the means (they cancel to 0)
def recompute_statistics(means, variances, counts):
    means, variances = np.asarray(means), np.asarray(variances)
    k = np.reshape(counts, (-1, 1))
    n = k.sum()
    mean = (k * means).sum(axis=0) / n
    squares = (k * (variances + (means - mean))).sum(axis=0)
    return mean, squares / (n - 1)
# %% right: joins the batches one after the other (Chan's update)
def recompute_statistics(means, variances, counts):
    total = 0
    mean = square = 0.0
    for m, v, k in zip(np.asarray(means, dtype=float), np.asarray(variances, dtype=float), np.ravel(counts)):
        k = int(k)
        step = m - mean
        square = square + v * k + step ** 2 * total * k / (total + k)
        mean = mean + step * k / (total + k)
        total += k
    return mean, square / (total - 1)
