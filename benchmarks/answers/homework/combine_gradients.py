# %% wrong: plain mean of the means (unequal shares)
def combine_gradients(gradients, counts):
    return np.mean(gradients, axis=0)
# %% wrong: weighted sum, divided by the number of workers
def combine_gradients(gradients, counts):
    return sum(c * g for c, g in zip(counts, gradients)) / len(counts)
# %% wrong: weighted sum, not divided at all
def combine_gradients(gradients, counts):
    return np.tensordot(counts, gradients, axes=1)
# %% wrong: counts[:, None] fits (n, d) only: wrong or crash for other numbers of axes
def combine_gradients(gradients, counts):
    counts = np.asarray(counts)
    return (gradients * counts[:, None]).sum(axis=0) / counts.sum()
# %% wrong: counts lined up with the last axis by broadcasting
def combine_gradients(gradients, counts):
    return (gradients * counts).sum(axis=0) / np.sum(counts)
# %% wrong: weights by 1 / count: large shares count less
def combine_gradients(gradients, counts):
    w = 1 / np.asarray(counts)
    return np.tensordot(w / w.sum(), gradients, axes=1)
# %% wrong: written for two workers
def combine_gradients(gradients, counts):
    a, b = counts[0], counts[1]
    return (a * gradients[0] + b * gradients[1]) / (a + b)
# %% right: np.average with weights
def combine_gradients(gradients, counts):
    return np.average(gradients, axis=0, weights=counts)
# %% right: loop
def combine_gradients(gradients, counts):
    total = np.zeros(gradients.shape[1:])
    for g, c in zip(gradients, counts):
        total += g * (c / sum(counts))
    return total
