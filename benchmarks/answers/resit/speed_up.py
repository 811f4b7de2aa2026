# %% wrong: bytes are divided by bits a second; the factor 8 is missing
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    sent = 2 * (workers - 1) / workers * numbers * 4
    sending = sent / (gigabits * 1e9)
    step = max(seconds, sending) if overlap else seconds + sending
    return workers * seconds / step
# %% wrong: with overlap the shorter of the two counts (min) instead of the longer; one worker alone then ends in a ZeroDivisionError
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    bits = 8 * 4 * numbers * 2 * (workers - 1) / workers
    sending = bits / gigabits / 1e9
    if overlap:
        step = min(seconds, sending)
    else:
        step = seconds + sending
    return workers * seconds / step
# %% wrong: the batch is shared out: each worker computes for seconds / n, instead of on a batch of its own
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    sending = 2 * (workers - 1) * numbers / workers * 32 / (gigabits * 1e9)
    computing = seconds / workers
    step = max(computing, sending) if overlap else computing + sending
    return seconds / step
# %% wrong: the share of the time that goes into computing is returned; the factor n is missing
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    ring = 2 * 4 * numbers * (workers - 1) / workers
    sending = ring * 8 / (gigabits * 10**9)
    return seconds / (max(seconds, sending) if overlap else seconds + sending)
# %% right: images a second of both, a batch as unit
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    chunk_bits = 32 * numbers / workers
    sending = sum(chunk_bits for _ in range(2 * workers - 2)) / (1e9 * gigabits)
    longest = sorted([seconds, sending])[-1]
    alone, together = 1 / seconds, workers / (longest if overlap else math.fsum([seconds, sending]))
    return together / alone
