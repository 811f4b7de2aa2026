# %% wrong: bytes and bits are mixed up, the 8 is missing
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    data = 2 * (workers - 1) / workers * numbers * 4
    send = data / (gigabits * 1e9)
    step = max(seconds, send) if overlap else seconds + send
    return workers * seconds / step
# %% wrong: with overlap the shorter of the two counts
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    sending = 2 * (workers - 1) * numbers / workers * 32 / (gigabits * 1e9)
    if overlap:
        step = min(seconds, sending)
    else:
        step = seconds + sending
    return workers * seconds / step if step else float("inf")
# %% wrong: the batch is divided among the workers: each computes seconds / n
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    bits = 8 * 4 * numbers * 2 * (workers - 1) / workers
    sending = bits / gigabits / 1e9
    computing = seconds / workers
    return seconds / (max(computing, sending) if overlap else computing + sending)
# %% wrong: the efficiency, the share of the ideal, without the factor n
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    sent = 2 * (workers - 1) * (numbers / workers) * 4 * 8
    t = sent / (1e9 * gigabits)
    return seconds / (seconds + t) if not overlap else seconds / max(seconds, t)
# %% wrong: 2³⁰ bits for a gigabit
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    t = 64 * numbers * (workers - 1) / workers / (gigabits * 2 ** 30)
    longest = max(seconds, t) if overlap else seconds + t
    return workers * seconds / longest
# %% right: images a second of both, divided
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    share = numbers / workers
    each_message = share * 4 * 8 / (gigabits * 1e9)
    sending = (2 * workers - 2) * each_message
    step = [seconds, sending]
    together = max(step) if overlap else sum(step)
    one, all_of_them = 1 / seconds, workers / together
    return all_of_them / one
