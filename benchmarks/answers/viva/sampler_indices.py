# %% wrong: each worker gets a block of neighbours, rank * rounds and so on, instead of every workers-th number
def sampler_indices(total, workers, rank):
    per_worker = math.ceil(total / workers)
    return [i % total for i in range(rank * per_worker, (rank + 1) * per_worker)]
# %% wrong: the rounds are total // workers + 1, one too many where workers divides total
def sampler_indices(total, workers, rank):
    rounds = total // workers + 1
    return [(rank + workers * turn) % total for turn in range(rounds)]
# %% wrong: the list is lengthened by its own beginning only once, so with fewer than half as many examples as workers it is still too short, and some workers get nothing
def sampler_indices(total, workers, rank):
    indices = list(range(total))
    missing = -total % workers
    indices += indices[:missing]
    return indices[rank::workers]
# %% wrong: % total is forgotten, so behind the last example come numbers that do not exist instead of 0, 1 and so on
def sampler_indices(total, workers, rank):
    rounds = -(-total // workers)
    return [rank + workers * t for t in range(rounds)]
# %% right: np.resize repeats the pack until a table of rounds and workers is full
def sampler_indices(total, workers, rank):
    rounds = (total + workers - 1) // workers
    table = np.resize(np.arange(total), (rounds, workers))
    return table[:, rank]
