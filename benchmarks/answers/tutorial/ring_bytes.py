# %% wrong: cuts the numbers into n - 1 chunks instead of n: too many bytes, and for one worker ZeroDivisionError
def ring_bytes(numbers, workers, bytes_each=4):
    chunk = numbers / (workers - 1)
    return 2 * (workers - 1) * chunk * bytes_each
# %% wrong: a chunk is rounded up to whole numbers; right where the workers divide the numbers
def ring_bytes(numbers, workers, bytes_each=4):
    chunk = -(-numbers // workers)
    return 2 * (workers - 1) * chunk * bytes_each
# %% wrong: counts the messages of a tree, 2 log₂ n with all numbers each, not those of a ring; right for one worker
def ring_bytes(numbers, workers, bytes_each=4):
    return 2 * math.log2(workers) * numbers * bytes_each
# %% wrong: two mistakes: only the n - 1 steps of adding are counted, not those of handing round, and bits are counted instead of bytes
def ring_bytes(numbers, workers, bytes_each=4):
    bits = 8 * bytes_each
    return (workers - 1) * numbers * bits / workers
# %% right: add up step by step
def ring_bytes(numbers, workers, bytes_each=4):
    sent = 0.0
    for _ in range(2 * workers - 2):
        sent += numbers / workers
    return sent * bytes_each
