# %% wrong: contiguous blocks, not dealt out
def sampler_indices(total, workers, rank):
    per = math.ceil(total / workers)
    return [i % total for i in range(rank * per, (rank + 1) * per)]
# %% wrong: nothing is filled up, some workers get one less
def sampler_indices(total, workers, rank):
    return list(range(total))[rank::workers]
# %% wrong: the rest is dropped, rounds are rounded down
def sampler_indices(total, workers, rank):
    rounds = total // workers
    return np.arange(rounds) * workers + rank
# %% wrong: filled up once only: with far fewer examples than workers there are numbers missing
def sampler_indices(total, workers, rank):
    indices = list(range(total))
    missing = -(-total // workers) * workers - total
    indices += indices[:missing]
    return indices[rank::workers]
# %% wrong: filled up with the last example again and again
def sampler_indices(total, workers, rank):
    rounds = (total + workers - 1) // workers
    return [min(rank + t * workers, total - 1) for t in range(rounds)]
# %% wrong: shuffled first, as PyTorch's sampler does by default
def sampler_indices(total, workers, rank):
    deck = np.random.default_rng(0).permutation(total)
    rounds = -(-total // workers)
    return np.resize(deck, rounds * workers)[rank::workers]
# %% right: the pack tiled until it is long enough
def sampler_indices(total, workers, rank):
    rounds = math.ceil(total / workers)
    pack = np.resize(np.arange(total), rounds * workers)
    return pack.reshape(rounds, workers)[:, rank]
