# %% wrong: returns the sum once, of shape (…), instead of one copy for each worker
def all_reduce(held):
    total = np.zeros_like(held[0])
    for worker in held:
        total = total + worker
    return total
# %% wrong: the mean over the workers instead of the sum
def all_reduce(held):
    n = len(held)
    return np.stack([held.mean(axis=0)] * n)
# %% wrong: adds over all axes, so every place holds the sum of all numbers of all workers
def all_reduce(held):
    return np.full(held.shape, held.sum())
# %% wrong: two mistakes: held itself is changed, and the later workers add up rows that have already been replaced by sums
def all_reduce(held):
    for w in range(len(held)):
        held[w] = held.sum(axis=0)
    return held
# %% right: product with a matrix of ones
def all_reduce(held):
    n = len(held)
    return np.tensordot(np.ones((n, n), dtype=held.dtype), held, axes=1)
