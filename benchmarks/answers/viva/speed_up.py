# %% wrong: the computing of one batch is shared out, seconds / workers, though each worker has a batch as large as the one worker's
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    sending = 2 * (workers - 1) / workers * numbers * 4 * 8 / (gigabits * 1e9)
    computing = seconds / workers
    if overlap:
        return seconds / max(computing, sending)
    return seconds / (computing + sending)
# %% wrong: no ring: a worker is taken to send all its numbers once instead of 2 (n - 1) / n times (and even a single worker sends)
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    transfer = numbers * 32 / (gigabits * 10**9)
    step_time = max(seconds, transfer) if overlap else seconds + transfer
    return workers * seconds / step_time
# %% wrong: with overlap sending is taken to cost nothing, the answer is always n, even where sending takes longer than computing
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    if overlap:
        return float(workers)
    bits = 8 * 4 * numbers * 2 * (workers - 1) / workers
    return workers * seconds / (seconds + bits / (gigabits * 1e9))
# %% wrong: two mistakes: bytes are not made bits (the factor 8 is missing), and the factor n is missing, so it is the share of time spent computing
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    def ring_bytes(numbers, workers):
        return 2 * (workers - 1) / workers * numbers * 4

    sending = ring_bytes(numbers, workers) / (gigabits * 1e9)
    longest = max(seconds, sending) if overlap else seconds + sending
    return seconds / longest
# %% right: images a second of each side, for a batch of one image
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    def rate(n):
        bits = 64 * (numbers - numbers / n)
        parts = seconds, bits / gigabits / 1e9
        return n / (max if overlap else sum)(parts)

    return rate(workers) / rate(1)
