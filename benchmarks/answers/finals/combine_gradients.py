# %% wrong: the plain mean over the shares
def combine_gradients(gradients, counts):
    return sum(gradients) / len(counts)
# %% wrong: divided by the number of shares and not by that of the examples
def combine_gradients(gradients, counts):
    total = np.zeros(gradients.shape[1:])
    for g, c in zip(gradients, counts):
        total += c * g
    return total / len(counts)
# %% wrong: weighted by one over the counts, as if small shares were more exact
def combine_gradients(gradients, counts):
    w = 1 / np.asarray(counts, float)
    return np.average(gradients, axis=0, weights=w)
# %% wrong: counts lines up with the last axis of the gradients, not with the shares (a ValueError or wrong numbers)
def combine_gradients(gradients, counts):
    counts = np.asarray(counts)
    return (gradients * counts).sum(axis=0) / counts.sum()
# %% right: a running mean, share after share
def combine_gradients(gradients, counts):
    mean, seen = np.zeros(np.shape(gradients)[1:]), 0
    for gradient, count in zip(gradients, counts):
        seen += count
        if count:
            mean = mean + (gradient - mean) * (count / seen)
    return mean
