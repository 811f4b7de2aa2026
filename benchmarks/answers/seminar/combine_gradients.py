# %% wrong: the plain mean of the shares, the counts are ignored; shows for unequal shares
def combine_gradients(gradients, counts):
    return np.mean(gradients, axis=0)
# %% wrong: divided by the number of workers instead of the size of the batch
def combine_gradients(gradients, counts):
    total = 0
    for g, c in zip(gradients, counts):
        total = total + c * g
    return total / len(counts)
# %% wrong: the weights are not lined up with the first axis, they multiply the last one: a crash or wrong numbers with two workers or more and two axes or more
def combine_gradients(gradients, counts):
    share = np.asarray(counts) / np.sum(counts)
    return (np.asarray(gradients) * share).sum(axis=0)
# %% wrong: the weights are turned round: a small share counts more, 1 / counts in place of counts
def combine_gradients(gradients, counts):
    inverse = 1 / np.asarray(counts)
    weights = inverse / inverse.sum()
    return np.einsum("n,n...->...", weights, gradients)
# %% right: a running mean, share by share
def combine_gradients(gradients, counts):
    mean, seen = np.zeros(np.shape(gradients)[1:]), 0
    for gradient, count in zip(gradients, counts):
        if count:
            seen = seen + count
            mean = mean + (gradient - mean) * (count / seen)
    return mean
