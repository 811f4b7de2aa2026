# %% wrong: the sum weighted by the counts is divided by the number of workers, not by the number of examples
def combine_gradients(gradients, counts):
    total = 0
    for gradient, count in zip(gradients, counts):
        total = total + count * gradient
    return total / len(counts)
# %% wrong: counts (n,) are broadcast along the last axis, not the first (ValueError unless the sizes fit)
def combine_gradients(gradients, counts):
    shares = counts / counts.sum()
    return (shares * gradients).sum(axis=0)
# %% wrong: the plain mean of the shares' gradients, counts are not used
def combine_gradients(gradients, counts):
    return np.mean(gradients, axis=0)
