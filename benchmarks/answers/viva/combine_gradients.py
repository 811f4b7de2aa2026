# %% wrong: the shares are computed with //, whole division, so all weights are 0 (or 1 for a worker that has everything)
def combine_gradients(gradients, counts):
    shares = counts // np.sum(counts)
    return np.tensordot(shares, gradients, axes=1)
# %% wrong: counts @ gradients is right for (n, d), but for more axes matmul lines counts up with the last axis but one: ValueError, or a wrong sum if the sizes happen to fit
def combine_gradients(gradients, counts):
    counts = np.asarray(counts)
    return counts @ gradients / counts.sum()
# %% wrong: the weighted sum is divided by the number of workers instead of the number of examples
def combine_gradients(gradients, counts):
    total = 0
    for gradient, count in zip(gradients, counts):
        total = total + count * gradient
    return total / len(counts)
# %% wrong: the answer is right, but the rows of the argument gradients are multiplied in place (a UFuncTypeError if they are whole numbers)
def combine_gradients(gradients, counts):
    size = sum(counts)
    for i in range(len(counts)):
        gradients[i] *= counts[i] / size
    return gradients.sum(axis=0)
# %% right: workers as the last axis, and a product of matrices
def combine_gradients(gradients, counts):
    last = np.moveaxis(np.asarray(gradients), 0, -1)
    return last @ np.asarray(counts) / np.sum(counts)
