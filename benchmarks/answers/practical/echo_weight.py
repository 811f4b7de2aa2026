# %% wrong: only `delay` numbers, so weight[delay] runs past the end: IndexError
def echo_weight(delay, loudness):
    weight = np.zeros(delay)
    weight[0] = 1
    weight[delay] = loudness
    return weight
# %% wrong: an array of whole numbers cuts a fractional loudness off (0.5 becomes 0); right for whole loudness
def echo_weight(delay, loudness):
    weight = np.array([1] + [0] * delay)
    weight[-1] = loudness
    return weight
# %% wrong: the loudness fades from 1 to `loudness` over all moments in between, instead of 0 there: many echoes; right for a delay of 1
def echo_weight(delay, loudness):
    return np.linspace(1, loudness, delay + 1)
# %% wrong: two mistakes: the weights stand back to front (echo first, sound itself last), and the sound itself is turned down to 1 - loudness
def echo_weight(delay, loudness):
    return [loudness] + [0] * (delay - 1) + [1 - loudness]
# %% right: list comprehension
def echo_weight(delay, loudness):
    return [1.0 if k == 0 else float(loudness) if k == delay else 0.0 for k in range(delay + 1)]
