# %% wrong: each worker gets the mean over the workers instead of the sum
def all_reduce(held):
    mean = held.mean(axis=0)
    return np.stack([mean] * len(held))
# %% wrong: the sums are right, but they are written into held itself (the argument is changed) and held is returned
def all_reduce(held):
    total = held.sum(axis=0)
    for worker in range(len(held)):
        held[worker] = total
    return held
# %% wrong: worker i gets the sum of workers 0 to i only (a running sum), so only the last one has the whole sum
def all_reduce(held):
    return np.cumsum(held, axis=0)
# %% wrong: returns the sum once, of shape (…), and not one copy for each worker
def all_reduce(held):
    total = np.zeros(held.shape[1:], dtype=held.dtype)
    for numbers in held:
        total += numbers
    return total
# %% right: a matrix of ones between workers
def all_reduce(held):
    n = len(held)
    return np.tensordot(np.ones((n, n), dtype=held.dtype), held, axes=1)
