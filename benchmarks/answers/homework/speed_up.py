# %% wrong: bytes taken for bits: communication eight times too short
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    send = 2 * (workers - 1) / workers * numbers * 4 / (gigabits * 1e9)
    total = max(seconds, send) if overlap else seconds + send
    return workers * seconds / total
# %% wrong: not times workers: ratio of the times of a step
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    send = 2 * (workers - 1) / workers * numbers * 32 / (gigabits * 1e9)
    total = max(seconds, send) if overlap else seconds + send
    return seconds / total
# %% wrong: strong scaling: seconds are divided by the workers
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    send = 2 * (workers - 1) / workers * numbers * 32 / (gigabits * 1e9)
    compute = seconds / workers
    return seconds / (max(compute, send) if overlap else compute + send)
# %% wrong: min instead of max with overlap
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    send = 2 * (workers - 1) / workers * numbers * 4 * 8 / gigabits / 1e9
    total = min(seconds, send) if overlap else seconds + send
    if total == 0:
        total = seconds
    return workers * seconds / total
# %% wrong: overlap means sending costs nothing: always n
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    if overlap:
        return float(workers)
    bits = 2 * (workers - 1) * numbers / workers * 32
    return workers * seconds / (seconds + bits / (gigabits * 1e9))
# %% wrong: 1 gigabit taken as 2**30 bits
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    bits = 2 * (workers - 1) * numbers / workers * 32
    send = bits / (gigabits * 2 ** 30)
    step = max(seconds, send) if overlap else seconds + send
    return workers * seconds / step
# %% wrong: float32 forgotten: numbers counted as bytes
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    traffic = 2 * (workers - 1) / workers * numbers * 8
    t = traffic / (gigabits * 1e9)
    return workers / (max(1, t / seconds) if overlap else 1 + t / seconds)
# %% wrong: one worker pays for communication too: 2 * numbers without the (n - 1) / n
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    send = 2 * numbers * 32 / (gigabits * 1e9)
    step = max(seconds, send) if overlap else seconds + send
    return workers * seconds / step
# %% right: times of a step
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    sending = 2 * (workers - 1) / workers * numbers * 4 * 8 / (gigabits * 1e9)
    step = max(seconds, sending) if overlap else seconds + sending
    return workers * seconds / step
# %% right: ratio of rates
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    chunks = 64 * numbers * (1 - 1 / workers)
    ratio = chunks / gigabits / 1e9 / seconds
    return workers / (np.maximum(1.0, ratio) if overlap else 1 + ratio)
