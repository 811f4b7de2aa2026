# %% wrong: the weights stand in reverse order: the last one is for now
def echo_weight(delay, loudness):
    weight = np.zeros(delay + 1)
    weight[0] = loudness
    weight[delay] = 1
    return weight
# %% wrong: an array of whole numbers, so the loudness is cut off to 0
def echo_weight(delay, loudness):
    weight = np.zeros(delay + 1, dtype=int)
    weight[0] = 1
    weight[delay] = loudness
    return weight
# %% wrong: delay zeros between the two in place of delay - 1, so the echo comes one moment late
def echo_weight(delay, loudness):
    return np.array([1] + [0] * delay + [loudness])
# %% wrong: the sound itself is made softer, 1 - loudness in place of 1
def echo_weight(delay, loudness):
    weight = np.zeros(delay + 1)
    weight[0] = 1 - loudness
    weight[-1] = loudness
    return weight
# %% right: compares the moments with 0 and with the delay
def echo_weight(delay, loudness):
    moments = np.arange(delay + 1)
    return (moments == 0) * 1.0 + (moments == delay) * loudness
