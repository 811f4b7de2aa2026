# %% wrong: each worker holds the mean of all instead of the sum
def all_reduce(held):
    mean = held.mean(axis=0)
    return np.stack([mean] * len(held))
# %% wrong: only the total is returned, once, not a copy for each worker
def all_reduce(held):
    return np.sum(held, axis=0)
# %% wrong: the numbers are right, but they are written into held, which is changed and returned
def all_reduce(held):
    held[:] = held.sum(axis=0)
    return held
# %% wrong: the rows are replaced one after the other, and the later sums already contain sums in place of the earlier workers' numbers
def all_reduce(held):
    result = held.copy()
    for worker in range(len(result)):
        result[worker] = result.sum(axis=0)
    return result
# %% right: a product with a matrix of ones
def all_reduce(held):
    held = np.asarray(held)
    return np.tensordot(np.ones((len(held), len(held)), held.dtype), held, axes=1)
