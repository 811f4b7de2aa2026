# %% wrong: a chunk is rounded up to whole numbers
def ring_bytes(numbers, workers, bytes_each=4):
    chunk = math.ceil(numbers / workers)
    return 2 * (workers - 1) * chunk * bytes_each

# %% wrong: the limit for very many workers, twice all numbers, is returned for any number of them
def ring_bytes(numbers, workers, bytes_each=4):
    if workers == 1:
        return 0
    return 2 * numbers * bytes_each

# %% wrong: only the steps that add are counted, those that hand the sums round are forgotten
def ring_bytes(numbers, workers, bytes_each=4):
    total = 0
    for step in range(workers - 1):
        total += numbers / workers * bytes_each
    return total

# %% right: all chunks twice, without the one that is not sent in each half
def ring_bytes(numbers, workers, bytes_each=4):
    everything = numbers * bytes_each
    kept = everything / workers
    return (everything - kept) + (everything - kept)
