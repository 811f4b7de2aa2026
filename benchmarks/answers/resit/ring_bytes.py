# %% wrong: two mistakes: only the n - 1 steps of adding are counted (handing round is forgotten), and bytes_each is not used: it is always 4
def ring_bytes(numbers, workers, bytes_each=4):
    return (workers - 1) * numbers / workers * 4
# %% wrong: a chunk is numbers // workers, rounded down to whole numbers
def ring_bytes(numbers, workers, bytes_each=4):
    chunk = numbers // workers
    steps = 2 * (workers - 1)
    return steps * chunk * bytes_each
# %% wrong: what all workers send together, 2 (n - 1) times the numbers, not what each one sends
def ring_bytes(numbers, workers, bytes_each=4):
    return 2 * (workers - 1) * numbers * bytes_each
# %% wrong: n steps in each round instead of n - 1, so it is twice the numbers however many workers there are
def ring_bytes(numbers, workers, bytes_each=4):
    total = 0
    for part in ("add", "hand round"):
        for step in range(workers):
            total += numbers / workers * bytes_each
    return total
# %% right: the limit less what one worker keeps
def ring_bytes(numbers, workers, bytes_each=4):
    whole = numbers * bytes_each
    return 2.0 * (whole - whole / workers)
