# %% wrong: the plain mean of the rows: shares of different sizes count alike
def combine_gradients(gradients, counts):
    return np.mean(gradients, axis=0)
# %% wrong: counts is lined up with the last axis of gradients, not with the first: a ValueError unless both have the same length
def combine_gradients(gradients, counts):
    shares = np.asarray(counts) / np.sum(counts)
    return (gradients * shares).sum(axis=0)
# %% wrong: the weighted sum is divided by the number of shares, not by the number of examples
def combine_gradients(gradients, counts):
    total = np.zeros(gradients.shape[1:])
    for gradient, count in zip(gradients, counts):
        total += count * gradient
    return total / len(counts)
# %% wrong: counts // counts.sum() is a division of whole numbers: all shares become 0 (unless there is only one), and so does the gradient
def combine_gradients(gradients, counts):
    counts = np.asarray(counts)
    shares = counts // counts.sum()
    return np.tensordot(shares, gradients, axes=1)
# %% right: shares merged one after the other
def combine_gradients(gradients, counts):
    mean, seen = np.zeros(np.shape(gradients)[1:]), 0
    for gradient, count in zip(gradients, counts):
        seen += count
        mean = mean + (gradient - mean) * (count / seen)
    return mean
