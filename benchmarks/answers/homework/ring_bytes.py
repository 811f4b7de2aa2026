# %% wrong: one half of the ring only: n - 1 steps
def ring_bytes(numbers, workers, bytes_each=4):
    return (workers - 1) / workers * numbers * bytes_each
# %% wrong: bytes of all workers together
def ring_bytes(numbers, workers, bytes_each=4):
    return 2 * (workers - 1) * numbers * bytes_each
# %% wrong: whole chunks: integer division loses the fraction
def ring_bytes(numbers, workers, bytes_each=4):
    return 2 * (workers - 1) * (numbers // workers) * bytes_each
# %% wrong: rounded up to whole chunks, as real libraries pad
def ring_bytes(numbers, workers, bytes_each=4):
    import math
    return 2 * (workers - 1) * math.ceil(numbers / workers) * bytes_each
# %% wrong: 4 bytes fixed, bytes_each ignored
def ring_bytes(numbers, workers, bytes_each=4):
    return 2 * (workers - 1) * numbers / workers * 4
# %% wrong: 2n steps instead of 2(n - 1): one worker sends twice everything
def ring_bytes(numbers, workers, bytes_each=4):
    steps = 2 * workers
    return steps * (numbers / workers) * bytes_each
# %% wrong: bits: times 8
def ring_bytes(numbers, workers, bytes_each=4):
    return 2 * (workers - 1) / workers * numbers * bytes_each * 8
# %% right: formula
def ring_bytes(numbers, workers, bytes_each=4):
    return 2 * (workers - 1) * numbers * bytes_each / workers
# %% right: sum over the steps
def ring_bytes(numbers, workers, bytes_each=4):
    return sum(numbers / workers * bytes_each for _ in range(2 * workers - 2))
