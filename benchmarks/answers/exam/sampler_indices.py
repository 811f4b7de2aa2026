# %% wrong: not filled up: the last workers get fewer when the total does not divide
def sampler_indices(total, workers, rank):
    return list(range(rank, total, workers))
# %% wrong: the rounds are rounded down, the examples left over are dropped
def sampler_indices(total, workers, rank):
    rounds = total // workers
    return [rank + workers * t for t in range(rounds)]
# %% wrong: neighbouring examples for each worker (blocks) instead of every workers-th
def sampler_indices(total, workers, rank):
    rounds = math.ceil(total / workers)
    return [(rank * rounds + t) % total for t in range(rounds)]
# %% wrong: total is subtracted once only, so with few examples numbers beyond the last one stay
def sampler_indices(total, workers, rank):
    result = []
    for t in range(math.ceil(total / workers)):
        number = rank + workers * t
        if number >= total:
            number -= total
        result.append(number)
    return result
# %% wrong: filled up with the worker's own first example instead of going on with 0, 1, …
def sampler_indices(total, workers, rank):
    rounds = -(-total // workers)
    own = list(range(rank, total, workers))
    while len(own) < rounds:
        own.append(rank % total)
    return own
# %% wrong: one round too many when the total divides: total // workers + 1
def sampler_indices(total, workers, rank):
    return [(rank + workers * t) % total for t in range(total // workers + 1)]
# %% right: deals the whole pack, repeated until it is long enough
def sampler_indices(total, workers, rank):
    rounds = -(-total // workers)
    pack = list(range(total))
    while len(pack) < rounds * workers:
        pack = pack + list(range(total))
    return pack[:rounds * workers][rank::workers]
# %% right: np.resize
def sampler_indices(total, workers, rank):
    rounds = math.ceil(total / workers)
    return np.resize(np.arange(total), rounds * workers)[rank::workers]
