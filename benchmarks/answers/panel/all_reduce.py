# %% wrong: all numbers are added to a single one, instead of place by place; shows when a worker holds more than one number
def all_reduce(held):
    total = held.sum()
    return np.full_like(held, total)

# %% wrong: the sum is written into held itself, which is returned; the values are right
def all_reduce(held):
    total = held.sum(axis=0)
    for worker in range(len(held)):
        held[worker] = total
    return held

# %% wrong: only one sum (…) comes back, not one for each worker
def all_reduce(held):
    result = np.zeros(held.shape[1:], dtype=held.dtype)
    for row in held:
        result = result + row
    return result

# %% wrong: a running sum: worker w holds the sum of the workers 0 to w, only the last one that of all; shows with more than one worker
def all_reduce(held):
    return np.cumsum(held, axis=0)

# %% right: a product with a square of ones
def all_reduce(held):
    everybody = np.ones((len(held), len(held)), dtype=held.dtype)
    return np.tensordot(everybody, held, axes=1)
