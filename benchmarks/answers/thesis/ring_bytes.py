# %% wrong: every message is taken as large as all numbers, not one n-th of them; shows from two workers on
def ring_bytes(numbers, workers, bytes_each=4):
    steps = 2 * (workers - 1)
    return steps * numbers * bytes_each
# %% wrong: the chunk is rounded down to whole numbers; shows when workers does not divide numbers
def ring_bytes(numbers, workers, bytes_each=4):
    chunk = numbers // workers
    return 2 * (workers - 1) * chunk * bytes_each
# %% wrong: n steps in each half, not n - 1, so always twice the size
def ring_bytes(numbers, workers, bytes_each=4):
    chunk = numbers / workers * bytes_each
    sent = 0
    for _ in range(workers):      # adding
        sent += chunk
    for _ in range(workers):      # handing round
        sent += chunk
    return sent
# %% wrong: only the adding half is counted, n - 1 chunks in place of 2(n - 1); shows from two workers on
def ring_bytes(numbers, workers, bytes_each=4):
    return (workers - 1) / workers * numbers * bytes_each
# %% right: all it has, twice, less the chunk that it does not send
def ring_bytes(numbers, workers, bytes_each=4):
    whole = numbers * bytes_each
    return 2 * (whole - whole / workers)
