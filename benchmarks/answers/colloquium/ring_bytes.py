# %% wrong: not divided by the number of workers: 2(n - 1) times all numbers, what all workers send together
def ring_bytes(numbers, workers, bytes_each=4):
    return 2 * (workers - 1) * numbers * bytes_each
# %% wrong: only the first half of the ring, the adding, is counted: the factor 2 is missing
def ring_bytes(numbers, workers, bytes_each=4):
    chunk = numbers / workers
    sent = 0
    for step in range(workers - 1):
        sent += chunk
    return sent * bytes_each
# %% wrong: the chunk is rounded down to whole numbers
def ring_bytes(numbers, workers, bytes_each=4):
    chunk = numbers // workers
    return 2 * (workers - 1) * chunk * bytes_each
# %% wrong: bytes_each is ignored, a number always takes 4 bytes
def ring_bytes(numbers, workers, bytes_each=4):
    steps = 2 * (workers - 1)
    return steps * 4 * numbers / workers
# %% right: twice everything, less two chunks
def ring_bytes(numbers, workers, bytes_each=4):
    size = numbers * bytes_each
    return 2 * size - 2 * size / workers
