# %% wrong: chunks are rounded down to whole numbers
def ring_bytes(numbers, workers, bytes_each=4):
    chunk = numbers // workers
    return 2 * (workers - 1) * chunk * bytes_each
# %% wrong: what all workers send together
def ring_bytes(numbers, workers, bytes_each=4):
    chunk = numbers / workers
    steps = 2 * (workers - 1)
    return workers * steps * chunk * bytes_each
# %% wrong: bits in place of bytes
def ring_bytes(numbers, workers, bytes_each=4):
    return 2 * (workers - 1) * numbers / workers * bytes_each * 8
# %% right: twice the size, less two chunks
def ring_bytes(numbers, workers, bytes_each=4):
    size = numbers * bytes_each
    return 2 * size - 2 * size / workers
