# %% wrong: the mean, as DDP does it
def all_reduce(held):
    return np.broadcast_to(held.mean(axis=0), held.shape).copy()
# %% wrong: only one copy of the sum: shape (…), not (n, …)
def all_reduce(held):
    return held.sum(axis=0)
# %% wrong: sums over everything: every number becomes the total
def all_reduce(held):
    return np.full(held.shape, held.sum())
# %% wrong: sums in place while reading: later workers add changed numbers
def all_reduce(held):
    n = len(held)
    result = held.copy()
    for i in range(n):
        for j in range(n):
            if i != j:
                result[i] += result[j]
    return result
# %% wrong: np.tile glues n sums along axis 0 or the last axis without a new axis: wrong shape
def all_reduce(held):
    return np.tile(held.sum(axis=0), len(held))
# %% wrong: writes into held
def all_reduce(held):
    total = held.sum(axis=0)
    held[...] = total
    return held
# %% wrong: sums the numbers of each worker (axis 1), crashes for (n,)
def all_reduce(held):
    return np.repeat(held.sum(axis=1, keepdims=True), held.shape[1], axis=1)
# %% right: zeros plus the sum
def all_reduce(held):
    return np.zeros_like(held) + held.sum(axis=0)
# %% right: stack of n sums with a loop
def all_reduce(held):
    total = held[0].copy()
    for other in held[1:]:
        total = total + other
    return np.stack([total] * len(held))
