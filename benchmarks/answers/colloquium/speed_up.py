# %% wrong: the bytes are not turned into bits: the factor 8 is missing in the time of sending
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    sent = 2 * (workers - 1) / workers * numbers * 4
    sending = sent / (gigabits * 1e9)
    step = max(seconds, sending) if overlap else seconds + sending
    return workers * seconds / step
# %% wrong: overlap is ignored, computing and sending are always added
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    def ring(n):
        return 2 * (n - 1) * numbers / n * 4

    total = seconds + ring(workers) * 8 / (gigabits * 10**9)
    return workers * seconds / total
# %% wrong: the share of the time that a worker computes: the factor n, for n batches in a step, is missing
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    bits = 8 * 4 * numbers * 2 * (workers - 1) / workers
    sending = bits / (gigabits * 1e9)
    if overlap:
        return seconds / max(seconds, sending)
    return seconds / (seconds + sending)
# %% wrong: two mistakes: a worker sends 2(n - 1) times all numbers, not one n-th of that, and with overlap the shorter of the two times counts, min in place of max
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    if workers == 1:
        return 1.0
    bytes_sent = 2 * (workers - 1) * numbers * 4
    sending = bytes_sent * 8 / (gigabits * 1e9)
    if overlap:
        time = min(seconds, sending)
    else:
        time = seconds + sending
    return workers * seconds / time
# %% right: everything relative to the time of computing
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    load = 64 * numbers * (1 - 1 / workers) / (gigabits * 1e9 * seconds)
    return workers / (max(1, load) if overlap else 1 + load)
