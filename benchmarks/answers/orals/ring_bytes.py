# %% wrong: counts only the n − 1 steps of adding, the factor 2 for handing the sums round is missing
def ring_bytes(numbers, workers, bytes_each=4):
    chunk = numbers / workers
    return (workers - 1) * chunk * bytes_each
# %% wrong: a chunk is rounded down to whole numbers (numbers // workers), wrong where the workers do not divide the numbers
def ring_bytes(numbers, workers, bytes_each=4):
    return 2 * (workers - 1) * (numbers // workers) * bytes_each
# %% wrong: gives what all workers send together, 2(n − 1) times the numbers, in place of what each one sends
def ring_bytes(numbers, workers, bytes_each=4):
    steps = 2 * (workers - 1)
    return steps * numbers * bytes_each
# %% wrong: the argument bytes_each is ignored, a number always takes 4 bytes
def ring_bytes(numbers, workers, bytes_each=4):
    return 2 * (workers - 1) / workers * numbers * 4
# %% right: twice all numbers but the one chunk that is not sent
def ring_bytes(numbers, workers, bytes_each=4):
    size = numbers * bytes_each
    return 2 * (size - size / workers)
