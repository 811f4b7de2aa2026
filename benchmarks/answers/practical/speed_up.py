# %% wrong: bits and bytes are not told apart: the bytes are divided by gigabits · 1e9 without the factor 8
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    sending = 2 * (workers - 1) / workers * 4 * numbers / (gigabits * 1e9)
    step = max(seconds, sending) if overlap else seconds + sending
    return workers * seconds / step
# %% wrong: with overlap the shorter of the two counts (min) instead of the longer
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    chunk_bits = numbers / workers * 32
    sending = 2 * (workers - 1) * chunk_bits / (gigabits * 10 ** 9)
    if overlap:
        return workers * seconds / min(seconds, sending)
    return workers * seconds / (seconds + sending)
# %% wrong: each worker is taken to send all its numbers to each of the others, (n - 1) · numbers, not chunks round a ring (right for one and two workers)
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    bits = (workers - 1) * numbers * 4 * 8
    time = [seconds, bits / (gigabits * 1e9)]
    return workers * seconds / (max(time) if overlap else sum(time))
# %% wrong: two mistakes: the factor n is forgotten, so the share of the time spent on computing is returned (an efficiency, from 0 to 1), and overlap is ignored
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    size = numbers * 4
    sent = 2 * (workers - 1) * size / workers
    rate = gigabits * 1e9 / 8
    return seconds / (seconds + sent / rate)
# %% right: images a second, one against n
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    rounds = 2 * (workers - 1)
    sending = sum(32 * numbers / workers / (gigabits * 1e9) for _ in range(rounds))
    combine = max if overlap else (lambda a, b: a + b)
    return (workers / combine(seconds, sending)) / (1 / seconds)
