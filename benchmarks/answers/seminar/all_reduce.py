# %% wrong: the mean over the workers instead of the sum
def all_reduce(held):
    mean = held.mean(axis=0)
    return np.stack([mean] * len(held))
# %% wrong: returns the sum once, without an entry for each worker
def all_reduce(held):
    total = np.zeros(held.shape[1:], dtype=held.dtype)
    for worker in held:
        total = total + worker
    return total
# %% wrong: adds everything, also a worker's own numbers among each other; shows when a worker holds more than one number
def all_reduce(held):
    return np.full(held.shape, np.sum(held))
# %% wrong: right sums, but written into held, so the argument is changed
def all_reduce(held):
    summe = held.sum(axis=0)
    for rank in range(len(held)):
        held[rank] = summe
    return held
# %% right: the last of the running sums, repeated along the first axis
def all_reduce(held):
    last = np.cumsum(held, axis=0)[-1:]
    return last.repeat(len(held), axis=0)
