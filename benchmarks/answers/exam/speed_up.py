# %% wrong: bytes are not turned into bits
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    sending = 2 * (workers - 1) / workers * numbers * 4 / (gigabits * 1e9)
    step = max(seconds, sending) if overlap else seconds + sending
    return workers * seconds / step
# %% wrong: the workers share one batch: computing takes seconds / n, and the batch is done once
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    sending = 2 * (workers - 1) / workers * numbers * 32 / (gigabits * 1e9)
    computing = seconds / workers
    step = max(computing, sending) if overlap else computing + sending
    return seconds / step
# %% wrong: with overlap the shorter of the two counts (ZeroDivisionError for one worker)
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    from cnnhelpers import mine
    sending = 8 * mine.ring_bytes(numbers, workers) / (gigabits * 1e9)
    if overlap:
        step = min(seconds, sending)
    else:
        step = seconds + sending
    return workers * seconds / step
# %% wrong: the efficiency, seconds / step, without the n batches
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    from cnnhelpers import mine
    sending = mine.ring_bytes(numbers, workers) * 8 / (gigabits * 1e9)
    return seconds / (max(seconds, sending) if overlap else seconds + sending)
# %% wrong: a gigabit as 2**30 bits
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    from cnnhelpers import mine
    sending = mine.ring_bytes(numbers, workers) * 8 / (gigabits * 2 ** 30)
    step = max(seconds, sending) if overlap else seconds + sending
    return workers * seconds / step
# %% wrong: overlap turned round: with it the two are added, without it the longer counts
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    from cnnhelpers import mine
    sending = mine.ring_bytes(numbers, workers) * 8 / (gigabits * 1e9)
    step = seconds + sending if overlap else max(seconds, sending)
    return workers * seconds / step
# %% right: images a second of each, then their quotient
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    bits = 32 * numbers * 2 * (workers - 1) / workers
    wait = bits / gigabits / 1e9
    rate_of_one = 1 / seconds
    rate = workers / (max(wait, seconds) if overlap else wait + seconds)
    return rate / rate_of_one
