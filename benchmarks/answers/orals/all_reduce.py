# %% wrong: each worker gets the mean over the workers in place of the sum
def all_reduce(held):
    return np.stack([held.mean(axis=0)] * len(held))
# %% wrong: returns the sum once, with shape (…), in place of one copy for each worker (n, …)
def all_reduce(held):
    total = np.zeros_like(held[0])
    for numbers in held:
        total = total + numbers
    return total
# %% wrong: the sums are written into the argument held, which is changed and returned
def all_reduce(held):
    held[:] = held.sum(axis=0)
    return held
# %% wrong: only worker 0 gets the sum (a reduce), all others keep their own numbers
def all_reduce(held):
    result = held.copy()
    for worker in range(1, len(held)):
        result[0] += held[worker]
    return result
# %% right: a matrix of ones
def all_reduce(held):
    n = len(held)
    return np.tensordot(np.ones((n, n), dtype=held.dtype), held, axes=1)
