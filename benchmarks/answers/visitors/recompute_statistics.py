# %% wrong: a plain mean over the batches, without regard to their sizes or to the distance of their means
def recompute_statistics(means, variances, counts):
    counts = np.asarray(counts)[:, None]
    unbiased = variances * counts / (counts - 1)
    return np.mean(means, axis=0), np.mean(unbiased, axis=0)

# %% wrong: the pooled variance within the batches, the distances between their means are left out
def recompute_statistics(means, variances, counts):
    w = np.asarray(counts, dtype=float)
    mean = w @ means / w.sum()
    squares = w @ variances
    return mean, squares / (w.sum() - len(w))

# %% wrong: counts (B,) meets (B, C) without an axis of its own, so it lines up with the channels
def recompute_statistics(means, variances, counts):
    total = counts.sum()
    mean = np.sum(counts * means, axis=0) / total
    squares = np.sum(counts * (variances + (means - mean) ** 2), axis=0)
    return mean, squares / (total - 1)

# %% right: batches merged one after the other
def recompute_statistics(means, variances, counts):
    n, mean, squares = 0, 0.0, 0.0
    for batch_mean, batch_var, m in zip(np.asarray(means), np.asarray(variances), counts):
        away = batch_mean - mean
        squares = squares + m * batch_var + away ** 2 * (n * m / (n + m))
        mean = mean + away * (m / (n + m))
        n = n + m
    return mean, squares / (n - 1)
