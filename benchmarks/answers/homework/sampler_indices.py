# %% wrong: rounds down: drops the last examples
def sampler_indices(total, workers, rank):
    return [rank + workers * t for t in range(total // workers)]
# %% wrong: no wrap: the last ranks get one example fewer
def sampler_indices(total, workers, rank):
    return list(range(rank, total, workers))
# %% wrong: contiguous blocks in place of dealing
def sampler_indices(total, workers, rank):
    each = -(-total // workers)
    return [i % total for i in range(rank * each, (rank + 1) * each)]
# %% wrong: one round too many when workers divide total
def sampler_indices(total, workers, rank):
    rounds = total // workers + 1
    return [(rank + workers * t) % total for t in range(rounds)]
# %% wrong: fills up with the worker's own first example, not with example 0
def sampler_indices(total, workers, rank):
    mine = list(range(rank, total, workers))
    if len(mine) < -(-total // workers):
        mine.append(rank % total)
    return mine
# %% wrong: ranks counted from 1
def sampler_indices(total, workers, rank):
    import math
    return [(rank - 1 + workers * t) % total for t in range(math.ceil(total / workers))]
# %% wrong: pads with one copy of the list only once: fails if workers are more than twice total
def sampler_indices(total, workers, rank):
    rounds = -(-total // workers)
    pack = list(range(total)) + list(range(total))[:rounds * workers - total]
    return pack[rank:rounds * workers:workers]
# %% wrong: clips instead of wrapping: repeats the last example
def sampler_indices(total, workers, rank):
    rounds = -(-total // workers)
    return [min(rank + workers * t, total - 1) for t in range(rounds)]
# %% right: comprehension with modulo
def sampler_indices(total, workers, rank):
    return [(rank + workers * turn) % total for turn in range(-(-total // workers))]
# %% right: np.resize of the pack, dealt as a matrix
def sampler_indices(total, workers, rank):
    rounds = (total + workers - 1) // workers
    return np.resize(np.arange(total), (rounds, workers))[:, rank].tolist()
