# %% wrong: bytes are not turned into bits, sending is 8 times too quick; shows for two workers or more
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    n_bytes = 2 * (workers - 1) / workers * numbers * 4
    sending = n_bytes / (gigabits * 1e9)
    if overlap:
        return workers * seconds / max(seconds, sending)
    return workers * seconds / (seconds + sending)
# %% wrong: with overlap the shorter of the two counts, min in place of max
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    bits = 8 * 4 * numbers * 2 * (workers - 1) / workers
    send = bits / (gigabits * 10**9)
    step = min(seconds, send) if overlap and workers > 1 else seconds + send
    return workers * seconds / step
# %% wrong: the share of the time that a worker computes; the factor of the workers' batches is forgotten
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    chunk = numbers / workers
    sent = 2 * (workers - 1) * chunk * 32
    t_send = sent / (gigabits * 1e9)
    t = max(seconds, t_send) if overlap else seconds + t_send
    return seconds / t
# %% wrong: the time to compute is divided among the workers, as if they shared the batch of one
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    sending = 2 * (workers - 1) * numbers / workers * 4 * 8 / gigabits / 1e9
    one = seconds
    many = max(seconds / workers, sending) if overlap else seconds / workers + sending
    return one / many
# %% right: images a second of a batch of one image, for one worker and for n
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    join = max if overlap else (lambda compute, send: compute + send)
    def rate(n):
        send = sum(32 * numbers / n for _ in range(2 * n - 2)) / (gigabits * 1e9)
        return n / join(seconds, send)
    return rate(workers) / rate(1)
