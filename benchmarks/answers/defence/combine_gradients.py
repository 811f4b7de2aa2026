# %% wrong: the plain mean over the shares; counts is ignored
def combine_gradients(gradients, counts):
    return np.mean(gradients, axis=0)
# %% wrong: the weighted sum is not divided by the size of the whole batch
def combine_gradients(gradients, counts):
    total = 0
    for gradient, count in zip(gradients, counts):
        total = total + gradient * count
    return total
# %% wrong: counts (n,) is multiplied without new axes, so it lines up with the last axis of gradients instead of the first: a ValueError, or wrong weights where the sizes happen to fit (right only for gradients of one axis)
def combine_gradients(gradients, counts):
    counts = np.asarray(counts)
    return (gradients * counts / counts.sum()).sum(axis=0)
# %% wrong: the shares' weights are right, but the mean instead of the sum is taken of the weighted gradients: too small by the factor n
def combine_gradients(gradients, counts):
    share = np.array(counts) / np.sum(counts)
    share = share.reshape(-1, *[1] * (np.ndim(gradients) - 1))
    return (share * gradients).mean(axis=0)
# %% right: a running mean, as the shares come in
def combine_gradients(gradients, counts):
    seen, mean = 0, np.zeros(np.shape(gradients)[1:])
    for g, c in zip(gradients, counts):
        seen += c
        if c:
            mean = mean + (g - mean) * (c / seen)
    return mean
