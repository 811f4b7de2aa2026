# %% wrong: with overlap the sending is taken as free, even where it takes longer than the computing
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    if overlap:
        return float(workers)
    bits = 2 * (workers - 1) / workers * numbers * 32
    return workers * seconds / (seconds + bits / (gigabits * 1e9))

# %% wrong: one batch is shared out among the workers, where each has a whole one
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    sending = 2 * (workers - 1) / workers * 4 * numbers * 8 / (gigabits * 1e9)
    computing = seconds / workers
    step = max(computing, sending) if overlap else computing + sending
    return seconds / step

# %% wrong: two mistakes: bytes are divided by bits a second, and only one half of the ring is counted
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    sent = (workers - 1) * 4 * numbers / workers
    sending = sent / (gigabits * 10 ** 9)
    if overlap:
        step = max(seconds, sending)
    else:
        step = seconds + sending
    return workers / step * seconds

# %% right: images a second, step by step around the ring
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    def rate(n):
        one_message = numbers / n * 4 / (gigabits * 0.125e9)
        sending = sum(one_message for _ in range(2 * (n - 1)))
        return n / (max(seconds, sending) if overlap else math.fsum([seconds, sending]))

    return rate(workers) / rate(1)
