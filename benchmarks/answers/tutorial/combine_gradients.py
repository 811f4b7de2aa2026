# %% wrong: counts (n,) times gradients (n, …) meets the last axis, not the shares: ValueError, or wrong weights where the last axis happens to have n numbers; right for one number a share
def combine_gradients(gradients, counts):
    weights = counts / counts.sum()
    return (weights * gradients).sum(axis=0)
# %% wrong: the plain mean over the shares, whatever their sizes; right for equal counts
def combine_gradients(gradients, counts):
    return np.mean(gradients, axis=0)
# %% wrong: the weights are divided with //, so all are 0 and so is the gradient; right for a single share
def combine_gradients(gradients, counts):
    result = np.zeros(gradients.shape[1:])
    for gradient, count in zip(gradients, counts):
        result += count // counts.sum() * gradient
    return result
# %% wrong: two mistakes: a share is weighted by one over its count, so small shares weigh most, and the weights are not divided by their sum
def combine_gradients(gradients, counts):
    return np.einsum("n,n...->...", 1 / counts, gradients)
# %% right: sums of the shares, divided once
def combine_gradients(gradients, counts):
    total = sum(count * np.asarray(gradient) for gradient, count in zip(gradients, counts))
    return total / np.sum(counts)
