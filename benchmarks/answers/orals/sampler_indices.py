# %% wrong: nothing is dealt again behind the last example, so some workers get one fewer where the workers do not divide the total
def sampler_indices(total, workers, rank):
    return list(range(rank, total, workers))
# %% wrong: each worker gets a block of neighbouring numbers in place of every workers-th one
def sampler_indices(total, workers, rank):
    rounds = math.ceil(total / workers)
    start = rank * rounds
    return [i % total for i in range(start, start + rounds)]
# %% wrong: begins again only once (subtracts total a single time), so with more than twice as many workers as examples numbers come out that do not exist
def sampler_indices(total, workers, rank):
    rounds = -(-total // workers)
    indices = rank + workers * np.arange(rounds)
    return np.where(indices >= total, indices - total, indices)
# %% wrong: the rounds are total // workers + 1, one too many where the workers divide the total
def sampler_indices(total, workers, rank):
    numbers = []
    for turn in range(total // workers + 1):
        numbers.append((rank + workers * turn) % total)
    return numbers
# %% right: the whole pack is laid out in a table, a column for each worker
def sampler_indices(total, workers, rank):
    rounds = math.ceil(total / workers)
    return np.resize(np.arange(total), (rounds, workers))[:, rank]
