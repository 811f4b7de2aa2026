# %% wrong: the plain mean of the shares, not weighted by their sizes
def combine_gradients(gradients, counts):
    return gradients.mean(axis=0)
# %% wrong: counts (n,) is multiplied along the last axis (ValueError unless it fits)
def combine_gradients(gradients, counts):
    return (gradients * counts).sum(axis=0) / counts.sum()
# %% wrong: np.average with weights but without axis (TypeError for gradients with more than one axis)
def combine_gradients(gradients, counts):
    return np.average(gradients, weights=counts)
# %% wrong: weighted by the sizes, but divided by the number of workers
def combine_gradients(gradients, counts):
    total = np.zeros(gradients.shape[1:])
    for gradient, count in zip(gradients, counts):
        total += gradient * count
    return total / len(counts)
# %% wrong: pairwise means: the mean so far and the next are weighted by the last two counts only
def combine_gradients(gradients, counts):
    mean = gradients[0]
    for i in range(1, len(counts)):
        mean = (counts[i - 1] * mean + counts[i] * gradients[i]) / (counts[i - 1] + counts[i])
    return mean
# %% wrong: weighted by 1 / count: the rows are taken for sums of their shares
def combine_gradients(gradients, counts):
    return sum(gradient / count for gradient, count in zip(gradients, counts)) / len(counts)
# %% right: np.average with axis
def combine_gradients(gradients, counts):
    return np.average(gradients, axis=0, weights=counts)
