# %% wrong: the plain mean; counts are not used; shows when they are not all equal
def combine_gradients(gradients, counts):
    return np.mean(gradients, axis=0)
# %% wrong: the weighted sum is divided by the number of workers, not by the number of examples
def combine_gradients(gradients, counts):
    total = np.zeros(gradients.shape[1:])
    for g, c in zip(gradients, counts):
        total = total + c * g
    return total / len(counts)
# %% wrong: counts are multiplied along the last axis, not the first; with two shares or more of arrays a crash, or a wrong answer where the shapes happen to fit
def combine_gradients(gradients, counts):
    weights = counts / np.sum(counts)
    return (gradients * weights).sum(axis=0)
# %% wrong: the loop leaves out the last share
def combine_gradients(gradients, counts):
    result = 0 * gradients[0]
    for i in range(len(counts) - 1):
        result = result + gradients[i] * counts[i] / sum(counts)
    return result
# %% right: a running mean, share after share
def combine_gradients(gradients, counts):
    mean, seen = np.zeros(np.shape(gradients)[1:]), 0
    for gradient, count in zip(gradients, counts):
        seen = seen + count
        mean = mean + (gradient - mean) * (count / seen)
    return mean
