# %% wrong: the plain mean of the rows, counts are ignored; shows when the counts are not equal
def combine_gradients(gradients, counts):
    return np.mean(gradients, axis=0)

# %% wrong: the sum is divided by the number of workers, not by the number of examples
def combine_gradients(gradients, counts):
    total = 0
    for g, c in zip(gradients, counts):
        total = total + g * c
    return total / len(counts)

# %% wrong: the weights are multiplied along the last axis instead of the first: crashes unless the last axis fits, wrong if it does and gradients are not (n,)
def combine_gradients(gradients, counts):
    w = np.array(counts) / np.sum(counts)
    return (gradients * w).sum(axis=0)

# %% wrong: the weights are 1 / counts, so a small share counts more; shows when the counts are not equal
def combine_gradients(gradients, counts):
    inverse = 1 / np.asarray(counts, dtype=float)
    weights = inverse / inverse.sum()
    return np.tensordot(weights, gradients, axes=1)

# %% right: a mean that is updated share by share
def combine_gradients(gradients, counts):
    seen, mean = 0, np.zeros(np.shape(gradients)[1:])
    for row, count in zip(gradients, counts):
        if count:
            seen = seen + count
            mean = mean + (row - mean) * (count / seen)
    return mean
