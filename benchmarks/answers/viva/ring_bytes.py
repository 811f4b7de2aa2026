# %% wrong: a chunk is rounded down to whole numbers by //, so the answer is too small where the workers do not divide the numbers
def ring_bytes(numbers, workers, bytes_each=4):
    chunk = numbers // workers
    return 2 * (workers - 1) * chunk * bytes_each
# %% wrong: brackets are missing: 2 * (workers - 1 / workers) instead of 2 * (workers - 1) / workers
def ring_bytes(numbers, workers, bytes_each=4):
    return 2 * (workers - 1 / workers) * numbers * bytes_each
# %% wrong: 2 n chunks are counted instead of 2 (n - 1), which is twice all numbers for any number of workers
def ring_bytes(numbers, workers, bytes_each=4):
    chunk_bytes = numbers * bytes_each / workers
    steps = 2 * workers
    return steps * chunk_bytes
# %% wrong: only the adding phase is counted, n - 1 chunks; the n - 1 chunks of handing round are forgotten
def ring_bytes(numbers, workers, bytes_each=4):
    size_of_chunk = numbers / workers
    sent = (workers - 1) * size_of_chunk
    return sent * bytes_each
# %% right: in each of the two rounds all chunks but one are sent
def ring_bytes(numbers, workers, bytes_each=4):
    everything = numbers * bytes_each
    round_trip = everything - everything / workers
    return round_trip + round_trip
