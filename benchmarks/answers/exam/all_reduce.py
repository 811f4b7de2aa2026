# %% wrong: the sum once, not one for each worker
def all_reduce(held):
    return held.sum(axis=0)
# %% wrong: the mean instead of the sum
def all_reduce(held):
    return np.stack([held.mean(axis=0)] * len(held))
# %% wrong: a running sum: worker w holds the sum of workers 0 to w only
def all_reduce(held):
    return np.cumsum(held, axis=0)
# %% wrong: the workers are summed one after the other in the same array, so later ones add sums that are already whole
def all_reduce(held):
    result = held.copy()
    for worker in range(len(result)):
        result[worker] = result.sum(axis=0)
    return result
# %% wrong: the caller's held is overwritten
def all_reduce(held):
    held[:] = held.sum(axis=0)
    return held
# %% wrong: all numbers of all workers are added to one
def all_reduce(held):
    return np.full_like(held, held.sum())
# %% right: repeat
def all_reduce(held):
    return np.repeat(held.sum(axis=0, keepdims=True), len(held), axis=0)
# %% right: by a matrix of ones
def all_reduce(held):
    result = np.zeros_like(held)
    for mine in result:
        for other in held:
            mine += other
    return result
