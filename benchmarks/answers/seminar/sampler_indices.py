# %% wrong: gives each worker a block of neighbours, not every workers-th
def sampler_indices(total, workers, rank):
    rounds = math.ceil(total / workers)
    return [(rank * rounds + i) % total for i in range(rounds)]
# %% wrong: the count of rounds is rounded down, the last examples are dropped; shows when workers does not divide total
def sampler_indices(total, workers, rank):
    rounds = total // workers
    return [(rank + workers * t) % total for t in range(rounds)]
# %% wrong: does not begin again with 0, the later workers get one example fewer; shows when workers does not divide total
def sampler_indices(total, workers, rank):
    return list(range(rank, total, workers))
# %% wrong: begins again from 0 only once, so with few examples (fewer than half as many as workers) some workers get nothing
def sampler_indices(total, workers, rank):
    cards = list(range(total))
    missing = -total % workers
    cards = cards + cards[:missing]
    return cards[rank::workers]
# %% right: deals from an endless pack, laid out as a table of rounds
def sampler_indices(total, workers, rank):
    rounds = (total + workers - 1) // workers
    table = np.resize(np.arange(total), (rounds, workers))
    return table[:, rank].tolist()
