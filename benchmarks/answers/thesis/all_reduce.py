# %% wrong: each worker gets the mean, not the sum
def all_reduce(held):
    n = len(held)
    mean = held.mean(axis=0)
    return np.stack([mean] * n)
# %% wrong: returns the sum once, (…), not one for each worker
def all_reduce(held):
    return held.sum(axis=0)
# %% wrong: the answer is right, but it is written into held, so the argument changes
def all_reduce(held):
    total = sum(held)
    for worker in range(len(held)):
        held[worker] = total
    return held
# %% wrong: sums over all axes, so a worker's numbers are added to each other, too; shows when a worker holds more than one number
def all_reduce(held):
    return np.full_like(held, np.sum(held))
# %% right: a matrix of ones
def all_reduce(held):
    n = len(held)
    return np.tensordot(np.ones((n, n), dtype=held.dtype), held, axes=1)
