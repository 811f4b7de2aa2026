# %% wrong: does not begin again with 0, so some workers get one example less; shows when workers does not divide total
def sampler_indices(total, workers, rank):
    return list(range(rank, total, workers))
# %% wrong: the count of rounds is rounded down, so the last examples are dropped; shows when workers does not divide total
def sampler_indices(total, workers, rank):
    rounds = total // workers
    return [rank + t * workers for t in range(rounds)]
# %% wrong: begins again with 0 only once, so numbers of total and more remain; shows when workers is more than twice total
def sampler_indices(total, workers, rank):
    per_worker = math.ceil(total / workers)
    indices = list(range(total))
    needed = per_worker * workers - total
    for extra in range(needed):
        indices.append(extra)
    return indices[rank::workers]
# %% wrong: two mistakes: each worker gets neighbouring examples in one block, not every workers-th, and the missing ones at the end are the last example again, not 0, 1, …
def sampler_indices(total, workers, rank):
    count = -(-total // workers)
    block = np.arange(rank * count, (rank + 1) * count)
    return np.minimum(block, total - 1)
# %% right: a table with a row for each round
def sampler_indices(total, workers, rank):
    rounds = (total + workers - 1) // workers
    pack = np.resize(np.arange(total), (rounds, workers))
    return pack[:, rank]
