# %% wrong: all numbers in every step, not a chunk
def ring_bytes(numbers, workers, bytes_each=4):
    steps = 2 * (workers - 1)
    return steps * numbers * bytes_each
# %% wrong: only the adding half, n - 1 steps
def ring_bytes(numbers, workers, bytes_each=4):
    chunk = numbers * bytes_each / workers
    return (workers - 1) * chunk
# %% wrong: rounded down to whole chunks
def ring_bytes(numbers, workers, bytes_each=4):
    chunk = numbers // workers
    return 2 * (workers - 1) * chunk * bytes_each
# %% wrong: what all workers send together
def ring_bytes(numbers, workers, bytes_each=4):
    return sum(2 * (workers - 1) * numbers / workers * bytes_each for _ in range(workers))
# %% right: twice what is not one's own chunk
def ring_bytes(numbers, workers, bytes_each=4):
    everything = numbers * bytes_each
    own = everything / workers
    return 2 * (everything - own)
