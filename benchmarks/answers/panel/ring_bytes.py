# %% wrong: a worker is taken to send all numbers in each step, not one chunk: no division by n
def ring_bytes(numbers, workers, bytes_each=4):
    steps = 2 * (workers - 1)
    return steps * numbers * bytes_each

# %% wrong: only the n - 1 steps of adding are counted, half of it; shows for two or more workers
def ring_bytes(numbers, workers, bytes_each=4):
    chunk = numbers / workers
    return (workers - 1) * chunk * bytes_each

# %% wrong: a chunk is rounded down to whole numbers; shows when the workers do not divide the numbers
def ring_bytes(numbers, workers, bytes_each=4):
    chunk = numbers // workers
    total = 0
    for s in range(2 * workers - 2):
        total += chunk * bytes_each
    return total

# %% wrong: bytes_each is ignored, always 4; shows for another bytes_each
def ring_bytes(numbers, workers, bytes_each=4):
    return 2 * (workers - 1) / workers * numbers * 4

# %% right: twice all bytes but for two chunks
def ring_bytes(numbers, workers, bytes_each=4):
    everything = numbers * bytes_each
    return 2 * (everything - everything / workers)
