# %% wrong: the plain mean of the shares' gradients, counts are ignored
def combine_gradients(gradients, counts):
    return np.mean(gradients, axis=0)
# %% wrong: whole-number division makes every weight 0 (1 if there is a single share), so the answer is 0
def combine_gradients(gradients, counts):
    weights = counts // counts.sum()
    return np.tensordot(weights, gradients, axes=1)
# %% wrong: the weights are multiplied along the last axis instead of the first: ValueError (broadcast), or wrong numbers where the lengths happen to fit
def combine_gradients(gradients, counts):
    share = np.asarray(counts) / np.sum(counts)
    return (gradients * share).sum(axis=0)
# %% wrong: takes the gradients for sums over the shares: adds them without weights and divides by the number of all examples
def combine_gradients(gradients, counts):
    total = np.zeros(gradients.shape[1:])
    for grad in gradients:
        total += grad
    return total / sum(counts)
# %% right: running mean, share by share
def combine_gradients(gradients, counts):
    mean, seen = np.zeros(np.shape(gradients)[1:]), 0
    for gradient, count in zip(gradients, counts):
        seen += count
        mean = mean + (gradient - mean) * (count / seen)
    return mean
