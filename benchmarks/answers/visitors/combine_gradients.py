# %% wrong: the plain mean over the workers, the sizes of their shares are ignored
def combine_gradients(gradients, counts):
    total = np.zeros(gradients.shape[1:])
    for gradient in gradients:
        total += gradient
    return total / len(counts)

# %% wrong: the sums over the examples are added and never divided by the size of the batch
def combine_gradients(gradients, counts):
    score = 0
    for mean, count in zip(gradients, counts):
        score = score + count * mean
    return score

# %% wrong: shares @ gradients adds over the axis before the last, which is that of the workers only for (n,) and (n, k)
def combine_gradients(gradients, counts):
    shares = np.asarray(counts) / np.sum(counts)
    return shares @ gradients

# %% right: workers merged one after the other
def combine_gradients(gradients, counts):
    mean, seen = np.zeros(np.shape(gradients)[1:]), 0
    for gradient, count in zip(gradients, counts):
        if count:
            seen = seen + count
            mean = mean + (np.asarray(gradient) - mean) * (count / seen)
    return mean
