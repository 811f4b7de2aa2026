# %% wrong: returns the sum once, (…), instead of one copy for each worker, (n, …)
def all_reduce(held):
    total = held[0].copy()
    for other in held[1:]:
        total = total + other
    return total
# %% wrong: np.tile(total, (n, 1)) makes n copies only where each worker holds a row; with more axes the copies are joined along a wrong one (wrong shape); right for (n, m)
def all_reduce(held):
    total = held.sum(axis=0)
    return np.tile(total, (len(held), 1))
# %% wrong: the workers are summed one after the other in the same array, so each later one adds sums that stand there already; only worker 0 is right
def all_reduce(held):
    after = held.copy()
    for worker in range(len(after)):
        after[worker] = after.sum(axis=0)
    return after
# %% wrong: two mistakes: each worker gets the mean instead of the sum, and it is written into held itself
def all_reduce(held):
    held[:] = held.mean(axis=0)
    return held
# %% right: matrix of ones
def all_reduce(held):
    n = len(held)
    return np.tensordot(np.ones((n, n), dtype=held.dtype), held, axes=1)
