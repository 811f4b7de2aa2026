# %% wrong: the count of rounds is rounded down, so the examples left over are dropped
def sampler_indices(total, workers, rank):
    rounds = total // workers
    return [(rank + workers * t) % total for t in range(rounds)]
# %% wrong: each worker gets a block of neighbouring numbers instead of every workers-th
def sampler_indices(total, workers, rank):
    rounds = math.ceil(total / workers)
    start = rank * rounds
    return [i % total for i in range(start, start + rounds)]
# %% wrong: nothing comes behind the last example, so some workers get one number fewer than others
def sampler_indices(total, workers, rank):
    return np.arange(total)[rank::workers]
# %% wrong: the examples are repeated at most once, so with more than twice as many workers as examples the last ones get nothing
def sampler_indices(total, workers, rank):
    indices = list(range(total))
    rounds = (total + workers - 1) // workers
    missing = rounds * workers - total
    indices += indices[:missing]
    return indices[rank::workers]
# %% right: np.resize repeats the pack, a column of the dealt table
def sampler_indices(total, workers, rank):
    rounds = -(-total // workers)
    return np.resize(np.arange(total), (rounds, workers))[:, rank]
