# %% wrong: the rounds are rounded down: what does not fill a round is dropped
def sampler_indices(total, workers, rank):
    rounds = total // workers
    return [(rank + workers * turn) % total for turn in range(rounds)]
# %% wrong: a block of neighbours for each worker instead of dealing out like cards
def sampler_indices(total, workers, rank):
    rounds = math.ceil(total / workers)
    numbers = np.arange(rank * rounds, (rank + 1) * rounds)
    return numbers % total
# %% wrong: nothing is filled up behind the last example, so the workers get different numbers of examples where workers does not divide total
def sampler_indices(total, workers, rank):
    return list(range(total))[rank::workers]
# %% wrong: the pack is begun again once at most: with few examples (less than half as many as workers) some workers get too few or none
def sampler_indices(total, workers, rank):
    rounds = -(-total // workers)
    pack = list(range(total))
    pack += pack[:rounds * workers - total]
    return pack[rank:rounds * workers:workers]
# %% right: a pack as a table, one row a round
def sampler_indices(total, workers, rank):
    rounds = (total + workers - 1) // workers
    table = np.resize(np.arange(total), (rounds, workers))
    return table[:, rank].tolist()
