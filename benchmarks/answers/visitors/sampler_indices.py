# %% wrong: the list is filled up from its beginning only once, which is too little for few examples
def sampler_indices(total, workers, rank):
    num_samples = math.ceil(total / workers)
    total_size = num_samples * workers
    indices = list(range(total))
    indices += indices[:total_size - len(indices)]
    return indices[rank:total_size:workers]

# %% wrong: each worker gets neighbours, a block in one piece, not every workers-th example
def sampler_indices(total, workers, rank):
    each = -(-total // workers)
    return np.arange(rank * each, (rank + 1) * each) % total

# %% wrong: nothing is dealt again at the end, so some workers have one example less
def sampler_indices(total, workers, rank):
    return list(range(rank, total, workers))

# %% right: the pack laid out in rounds, a column for each worker
def sampler_indices(total, workers, rank):
    rounds = 1 + (total - 1) // workers
    pack = np.resize(np.arange(total), (rounds, workers))
    return pack[:, rank]
