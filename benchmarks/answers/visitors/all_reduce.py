# %% wrong: each worker gets the mean, not the sum
def all_reduce(held):
    world_size = len(held)
    average = held.sum(axis=0) / world_size
    return np.stack([average for _ in range(world_size)])

# %% wrong: only worker 0 gets the sum, the others keep what they held
def all_reduce(held):
    after = held.copy()
    after[0] = np.einsum("i...->...", held)
    return after

# %% wrong: the sums are written into the array that was passed
def all_reduce(held):
    total = 0
    for numbers in held:
        total = total + numbers
    for worker in range(len(held)):
        held[worker] = total
    return held

# %% right: a matrix of ones
def all_reduce(held):
    n = len(held)
    return np.tensordot(np.ones((n, n), dtype=held.dtype), held, axes=1)
