# %% wrong: only the adding half: n - 1 chunks instead of 2 (n - 1)
def ring_bytes(numbers, workers, bytes_each=4):
    return (workers - 1) * numbers / workers * bytes_each
# %% wrong: what all workers send together
def ring_bytes(numbers, workers, bytes_each=4):
    return 2 * (workers - 1) * numbers * bytes_each
# %% wrong: chunks are rounded down by integer division
def ring_bytes(numbers, workers, bytes_each=4):
    chunk = numbers // workers
    return 2 * (workers - 1) * chunk * bytes_each
# %% wrong: bits instead of bytes: times 8
def ring_bytes(numbers, workers, bytes_each=4):
    return 2 * (workers - 1) / workers * numbers * bytes_each * 8
# %% wrong: 4 bytes are written into the formula, bytes_each is ignored
def ring_bytes(numbers, workers, bytes_each=4):
    return 2 * (workers - 1) / workers * numbers * 4
# %% wrong: brackets are missing: 2 · n - 1 chunks
def ring_bytes(numbers, workers, bytes_each=4):
    return (2 * workers - 1) * numbers / workers * bytes_each
# %% right: adding and handing round, one chunk a step
def ring_bytes(numbers, workers, bytes_each=4):
    chunk = bytes_each * numbers / workers
    adding = handing_round = (workers - 1) * chunk
    return adding + handing_round
