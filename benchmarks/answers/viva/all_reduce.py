# %% wrong: the numbers are added into the same copy that is read from, so from worker 1 on sums that already hold others' numbers are added again; only worker 0 is right
def all_reduce(held):
    result = np.array(held)
    n = len(result)
    for receiver in range(n):
        for sender in range(n):
            if sender != receiver:
                result[receiver] += result[sender]
    return result
# %% wrong: a reduce, not an all-reduce: only worker 0 gets the sum, the others keep their own numbers
def all_reduce(held):
    after = held.copy()
    for worker in range(1, len(held)):
        after[0] = after[0] + held[worker]
    return after
# %% wrong: the sums are right, but the argument held is overwritten with them
def all_reduce(held):
    total = held.sum(axis=0)
    held[:] = total
    return held
# %% wrong: the mean over the workers instead of the sum
def all_reduce(held):
    mean = np.mean(held, axis=0)
    return np.stack([mean] * len(held))
# %% right: everything goes round once and is added up
def all_reduce(held):
    return sum(np.roll(held, turn, axis=0) for turn in range(len(held)))
