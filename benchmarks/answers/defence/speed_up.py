# %% wrong: bytes are taken for bits: the factor 8 is missing in the time of sending
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    sent = 2 * (workers - 1) / workers * numbers * 4
    sending = sent / (gigabits * 1e9)
    step = max(seconds, sending) if overlap else seconds + sending
    return workers * seconds / step
# %% wrong: returns the share of the time that is computing; the factor n for n batches is missing
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    bits = 8 * 4 * numbers * 2 * (workers - 1) / workers
    sending = bits / (gigabits * 1e9)
    if overlap:
        step = max(seconds, sending)
    else:
        step = seconds + sending
    return seconds / step
# %% wrong: overlap is ignored: sending is always added to computing
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    size = 4 * numbers
    sending = 2 * size * (workers - 1) / workers * 8 / gigabits / 1e9
    return workers * seconds / (seconds + sending)
# %% wrong: two mistakes: with overlap the shorter of the two times counts (min in place of max), and only n - 1 of the 2(n - 1) chunks are sent
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    sending = (workers - 1) / workers * numbers * 4 * 8 / (gigabits * 1e9)
    step = min(seconds, sending) if overlap else seconds + sending
    if step == 0:
        step = seconds
    return workers * seconds / step
# %% right: as a ratio of sending to computing
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    ratio = 64 * numbers * (1 - 1 / workers) / (1e9 * gigabits * seconds)
    return workers / (max(1.0, ratio) if overlap else 1 + ratio)
