# %% wrong: bytes are divided by bits a second, the factor 8 is missing
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    sending = 2 * (workers - 1) / workers * numbers * 4 / (gigabits * 1e9)
    step = max(seconds, sending) if overlap else seconds + sending
    return workers * seconds / step
# %% wrong: overlap is turned round: with overlap computing and sending are added, without it the longer of the two counts
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    bits = 8 * 4 * numbers * 2 * (workers - 1) / workers
    sending = bits / (gigabits * 10**9)
    if overlap:
        step = seconds + sending
    else:
        step = max(seconds, sending)
    return workers * seconds / step
# %% wrong: the computing time is divided by the workers, as if one batch were shared among them, in place of a whole batch for each
def ring_bytes(numbers, workers):
    return 2 * (workers - 1) * numbers / workers * 4

def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    sending = ring_bytes(numbers, workers) * 8 / (gigabits * 1e9)
    computing = seconds / workers
    time = max(computing, sending) if overlap else computing + sending
    return seconds / time
# %% wrong: the factor n is missing: gives the share of the time spent computing in place of the speed-up
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    bytes_sent = 2 * (workers - 1) * (numbers / workers) * 4
    seconds_sending = bytes_sent * 8 / (gigabits * 1e9)
    if overlap:
        return seconds / max(seconds, seconds_sending)
    return seconds / (seconds + seconds_sending)
# %% right: sending in units of a step, and no division by its time
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    share = 64 * numbers * (1 - 1 / workers) / (gigabits * 1e9 * seconds)
    return workers / (max(1.0, share) if overlap else 1 + share)
