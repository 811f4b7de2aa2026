# %% wrong: bytes are divided by bits a second (no factor 8)
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    size = 4 * numbers
    sending = 2 * (workers - 1) / workers * size / (gigabits * 1e9)
    step = max(seconds, sending) if overlap else seconds + sending
    return workers * seconds / step
# %% wrong: gives the share of the time that a worker computes; the factor n is missing; shows from two workers on
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    bits = 2 * (workers - 1) / workers * numbers * 32
    t_send = bits / (gigabits * 10**9)
    if overlap:
        t = max(seconds, t_send)
    else:
        t = seconds + t_send
    return seconds / t
# %% wrong: with overlap the shorter of the two counts, not the longer
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    def ring_bytes(k, n):
        return 2 * (n - 1) * k / n * 4
    sending = ring_bytes(numbers, workers) * 8 / (gigabits * 1e9)
    one = 1 / seconds
    if overlap:
        many = workers / min(seconds, sending) if sending > 0 else workers / seconds
    else:
        many = workers / (seconds + sending)
    return many / one
# %% wrong: two mistakes: overlap is ignored, and every worker sends twice all numbers (n - 1 over n is missing), also when it is alone
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    sending = 2 * numbers * 4 * 8 / (gigabits * 1e9)
    return workers * seconds / (seconds + sending)
# %% right: everything in units of one worker's step
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    bits_a_chunk = 32 * numbers / workers
    messages = 2 * workers - 2
    wait = messages * bits_a_chunk / 1e9 / gigabits / seconds
    length = (1.0, wait)
    return workers / (max(length) if overlap else sum(length))
