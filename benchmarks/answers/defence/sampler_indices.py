# %% wrong: contiguous blocks: worker rank gets the numbers from rank · rounds on, instead of every workers-th
def sampler_indices(total, workers, rank):
    rounds = math.ceil(total / workers)
    start = rank * rounds
    return [i % total for i in range(start, start + rounds)]
# %% wrong: the count of rounds is rounded down, so the rest of the examples is dropped when workers does not divide total
def sampler_indices(total, workers, rank):
    rounds = total // workers
    return [(rank + workers * turn) % total for turn in range(rounds)]
# %% wrong: behind the last example comes the last one again (numbers are cut to total - 1) instead of 0, 1, …
def sampler_indices(total, workers, rank):
    rounds = -(-total // workers)
    numbers = rank + workers * np.arange(rounds)
    return np.minimum(numbers, total - 1)
# %% wrong: the examples are appended only once behind the last, so when more than total are missing (few examples, many workers) the later ranks get an empty list
def sampler_indices(total, workers, rank):
    indices = list(range(total))
    rounds = (total + workers - 1) // workers
    missing = rounds * workers - total
    indices += indices[:missing]
    return indices[rank : rounds * workers : workers]
# %% right: np.resize repeats the pack, a column is a worker
def sampler_indices(total, workers, rank):
    rounds = -(-total // workers)
    return np.resize(np.arange(total), (rounds, workers))[:, rank]
