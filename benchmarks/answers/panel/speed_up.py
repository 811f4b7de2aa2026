# %% wrong: bytes are divided by bits a second, the factor 8 is missing; shows for two or more workers where sending counts
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    size = 2 * (workers - 1) / workers * numbers * 4
    sending = size / (gigabits * 1e9)
    if overlap:
        return workers * seconds / max(seconds, sending)
    return workers * seconds / (seconds + sending)

# %% wrong: overlap is ignored, sending always comes behind computing; shows with overlap
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    sent_bits = 2 * (workers - 1) * numbers / workers * 4 * 8
    step_time = seconds + sent_bits / (gigabits * 10**9)
    one = 1 / seconds
    many = workers / step_time
    return many / one

# %% wrong: the computing time is divided by the workers, as if they shared the one batch; shows for two or more workers where sending counts
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    bits = 8 * 4 * numbers * 2 * (workers - 1) / workers
    sending = bits / (gigabits * 1e9)
    computing = seconds / workers
    t = max(computing, sending) if overlap else computing + sending
    return seconds / t

# %% wrong: two mistakes: each worker sends twice all numbers instead of 2(n - 1)/n times (also one worker alone), and a gigabit is 2**30 bits
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    traffic = 2 * numbers * 32
    t_send = traffic / (gigabits * 2**30)
    if overlap == True:
        t = max(seconds, t_send)
    else:
        t = seconds + t_send
    return workers * (seconds / t)

# %% right: workers divided by how many times as long a step is
def speed_up(workers, seconds, numbers, gigabits, overlap=False):
    steps = 2 * (workers - 1)
    seconds_a_step = numbers / workers * 32e-9 / gigabits
    ratio = steps * seconds_a_step / seconds
    return workers / (max(1, ratio) if overlap else 1 + ratio)
