# %% wrong: the weighted sum is divided by the number of workers in place of the number of examples
def combine_gradients(gradients, counts):
    total = np.zeros(gradients.shape[1:])
    for gradient, count in zip(gradients, counts):
        total += count * gradient
    return total / len(gradients)
# %% wrong: the weights line up with the last axis of gradients in place of the first: ValueError (could not be broadcast) unless that axis happens to fit, and then wrong numbers
def combine_gradients(gradients, counts):
    shares = counts / np.sum(counts)
    return (shares * gradients).sum(axis=0)
# %% wrong: returns one copy of the mean for each worker, (n, …), in place of one gradient (…)
def combine_gradients(gradients, counts):
    weights = np.array(counts) / np.sum(counts)
    mean = np.tensordot(weights, gradients, axes=1)
    return np.stack([mean] * len(gradients))
# %% wrong: multiplies the argument gradients by the weights in place, so it is changed (and integer gradients raise UFuncTypeError)
def combine_gradients(gradients, counts):
    share = np.asarray(counts) / np.sum(counts)
    gradients *= share.reshape(-1, *[1] * (gradients.ndim - 1))
    return gradients.sum(axis=0)
# %% right: a mean that is corrected share by share
def combine_gradients(gradients, counts):
    mean, seen = np.zeros(np.shape(gradients)[1:]), 0
    for gradient, count in zip(gradients, counts):
        seen += count
        mean = mean + (gradient - mean) * (count / seen)
    return mean
