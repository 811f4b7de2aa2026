# %% wrong: the sum is taken over each worker's own numbers (the last axis, keepdims and repeated) instead of over the workers
def all_reduce(held):
    total = held.sum(axis=-1, keepdims=True)
    return np.broadcast_to(total, held.shape).copy()
# %% wrong: the mean over the workers is given instead of the sum
def all_reduce(held):
    n = len(held)
    return np.array([sum(held[k] for k in range(n)) / n for _ in range(n)])
# %% wrong: a plain reduce: the sum is returned once, shape (...), not once for each worker
def all_reduce(held):
    answer = np.zeros(held.shape[1:])
    for numbers in held:
        answer = answer + numbers
    return answer
# %% wrong: two mistakes: the sums are built up in held itself, worker 0's row, so the argument is changed, and each worker w gets the running sum of workers 0 to w, not the whole sum (the last one and worker 0 are right)
def all_reduce(held):
    for w in range(1, len(held)):
        held[0] += held[w]
        held[w] = held[0]
    return held
# %% right: a matrix of ones
def all_reduce(held):
    return np.tensordot(np.ones((len(held), len(held))), held, axes=1)
