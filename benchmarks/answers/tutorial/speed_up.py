# %% wrong: without overlap it calls sum(seconds, sending) with single numbers, which raises TypeError ('float' object is not iterable); right with overlap
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    sending = 2 * (workers - 1) / workers * numbers * 4 * 8 / (gigabits * 1e9)
    step = max(seconds, sending) if overlap else sum(seconds, sending)
    return workers * seconds / step
# %% wrong: overlap is ignored, sending always comes after computing; right without overlap
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    sent = 4 * numbers * 2 * (workers - 1) / workers
    time = seconds + 8 * sent / (1e9 * gigabits)
    return workers * seconds / time
# %% wrong: a gigabit is taken as 2³⁰ bits instead of 10⁹, so sending comes out 7 % too short
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    if workers == 1:
        return 1.0
    bits = numbers * 32 * 2 * (workers - 1) / workers
    sending = bits / (gigabits * 2**30)
    longest = max(sending, seconds) if overlap else sending + seconds
    return workers / (longest / seconds)
# %% wrong: two mistakes: bytes are divided by bits a second (no factor of 8), and the answer is the share of time spent computing, not multiplied by the number of workers
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    per_worker = 2 * (workers - 1) / workers * numbers * 4
    sending = per_worker / (gigabits * 1e9)
    if overlap:
        return seconds / max(seconds, sending)
    return seconds / (seconds + sending)
# %% right: rates of one and of n workers
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    def rate(n):
        bits = 8 * 4 * numbers * (2 - 2 / n)
        times = [seconds, bits / (gigabits * 10**9)]
        return n / (max(times) if overlap else sum(times))

    return rate(workers) / rate(1)
