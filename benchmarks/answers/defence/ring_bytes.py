# %% wrong: only the first half of the ring is counted, n - 1 chunks; the handing round of whole sums is missing (factor 2)
def ring_bytes(numbers, workers, bytes_each=4):
    chunk = numbers / workers
    return (workers - 1) * chunk * bytes_each
# %% wrong: what all workers send together, 2(n - 1) times the numbers, instead of what each one sends
def ring_bytes(numbers, workers, bytes_each=4):
    return 2 * (workers - 1) * numbers * bytes_each
# %% wrong: the size of a chunk is rounded down (//), so the answer is too small when the workers do not divide the numbers
def ring_bytes(numbers, workers, bytes_each=4):
    chunk = numbers // workers
    steps = 2 * (workers - 1)
    return steps * chunk * bytes_each
# %% wrong: bytes_each is ignored, a number always counts 4 bytes
def ring_bytes(numbers, workers, bytes_each=4):
    return 2 * (workers - 1) / workers * numbers * 4
# %% right: everything, less what stays at home
def ring_bytes(numbers, workers, bytes_each=4):
    everything = numbers * bytes_each
    return 2 * (everything - everything / workers)
