# %% wrong: only the first half, n − 1 chunks, not those that are handed round; shows for two workers or more
def ring_bytes(numbers, workers, bytes_each=4):
    chunk = numbers / workers
    return (workers - 1) * chunk * bytes_each
# %% wrong: the chunk is rounded down to whole numbers; shows when workers does not divide numbers
def ring_bytes(numbers, workers, bytes_each=4):
    return 2 * (workers - 1) * (numbers // workers) * bytes_each
# %% wrong: what all workers send together, not each; shows for two workers or more
def ring_bytes(numbers, workers, bytes_each=4):
    total = 0
    for step in range(2 * (workers - 1)):
        total += workers * (numbers / workers) * bytes_each
    return total
# %% wrong: one step too many, 2n − 1 in place of 2(n − 1)
def ring_bytes(numbers, workers, bytes_each=4):
    steps = 2 * workers - 1
    return steps * numbers * bytes_each / workers
# %% right: twice what a worker has, less the two chunks it does not send
def ring_bytes(numbers, workers, bytes_each=4):
    own = numbers * bytes_each
    return 2 * own - 2 * own / workers
