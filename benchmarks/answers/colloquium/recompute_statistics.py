# %% wrong: the batch means are averaged without weights, as if all batches were of one size
def recompute_statistics(means, variances, counts):
    n = counts.sum()
    mean = means.mean(axis=0)
    squares = counts[:, None] * (variances + (means - mean) ** 2)
    return mean, squares.sum(axis=0) / (n - 1)
# %% wrong: the distances of the batch means from the common mean are left out, only the variances within the batches are added up
def recompute_statistics(means, variances, counts):
    total = np.sum(counts)
    mean = counts @ means / total
    var = counts @ variances / (total - 1)
    return mean, var
# %% wrong: the variances of the batches are taken for unbiased ones and multiplied by count - 1 instead of count
def recompute_statistics(means, variances, counts):
    c = counts.reshape(-1, 1)
    mean = (c * means).sum(axis=0) / c.sum()
    within = ((c - 1) * variances).sum(axis=0)
    between = (c * (means - mean) ** 2).sum(axis=0)
    return mean, (within + between) / (c.sum() - 1)
# %% wrong: two mistakes: the variance returned is biased (divided by n, not n - 1), and the squared distances of the batch means are not weighted by their counts
def recompute_statistics(means, variances, counts):
    weights = counts[:, np.newaxis]
    n = weights.sum()
    mean = np.sum(weights * means, axis=0) / n
    var = np.sum(weights * variances + (means - mean) ** 2, axis=0) / n
    return mean, var
# %% right: batches merged one by one, as in the formula of Chan
def recompute_statistics(means, variances, counts):
    n, mean, squares = 0, np.zeros(np.shape(means)[1]), np.zeros(np.shape(means)[1])
    for m, v, k in zip(means, variances, counts):
        apart = m - mean
        squares = squares + k * v + apart**2 * n * k / (n + k)
        mean = mean + apart * k / (n + k)
        n += k
    return mean, squares / (n - 1)
