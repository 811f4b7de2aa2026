# %% wrong: one copy of the sum, as a reduce to worker 0 gives
def all_reduce(held):
    return np.sum(held, axis=0)
# %% wrong: the mean over the workers, as DDP hands out
def all_reduce(held):
    return np.repeat(held.mean(axis=0, keepdims=True), len(held), axis=0)
# %% wrong: each worker's numbers are added up to one number
def all_reduce(held):
    total = held.sum()
    return np.full(held.shape, total)
# %% wrong: running sums: only the last worker has everything
def all_reduce(held):
    return np.cumsum(held, axis=0)
# %% wrong: the sum is written into held
def all_reduce(held):
    total = sum(held[1:], held[0].copy())
    held[...] = total
    return held
# %% right: a product with a matrix of ones
def all_reduce(held):
    n = len(held)
    return np.tensordot(np.ones((n, n)), held, axes=1)
# %% right: a ring in which everybody passes on what was received last
def all_reduce(held):
    total, moving = held.copy(), held
    for _ in range(len(held) - 1):
        moving = np.roll(moving, 1, axis=0)
        total = total + moving
    return total
