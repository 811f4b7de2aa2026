# %% wrong: the examples are cut into blocks, one behind the other, instead of dealt out in turn
def sampler_indices(total, workers, rank):
    each = math.ceil(total / workers)
    return [k % total for k in range(rank * each, (rank + 1) * each)]
# %% wrong: nothing is filled up: the plain slice rank::workers ends where the examples end, so some workers get one less (right where total is a multiple of workers)
def sampler_indices(total, workers, rank):
    return np.arange(total)[rank::workers]
# %% wrong: the filling takes the first few examples once only, from a list that is too short with many workers: IndexError for the last ranks where workers is more than twice total (else right)
def sampler_indices(total, workers, rank):
    rounds = -(-total // workers)
    pack = list(range(total))
    pack += pack[:rounds * workers - total]
    return [pack[rank + workers * turn] for turn in range(rounds)]
# %% wrong: two mistakes: the rounds are rounded down, so the rest is left out, and the workers are taken to count from 1 (rank - 1)
def sampler_indices(total, workers, rank):
    rounds = total // workers
    return (rank - 1 + workers * np.arange(rounds)) % total
# %% right: the pack repeated, cut and dealt as a matrix
def sampler_indices(total, workers, rank):
    rounds = (total + workers - 1) // workers
    pack = np.resize(np.arange(total), rounds * workers)
    return pack.reshape(rounds, workers)[:, rank]
