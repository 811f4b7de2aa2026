# %% wrong: the weight of the sound itself is 1 - loudness, so that all weights add up to 1, instead of 1
def echo_weight(delay, loudness):
    weight = np.zeros(delay + 1)
    weight[0] = 1 - loudness
    weight[-1] = loudness
    return weight
# %% wrong: the array holds whole numbers, so a loudness such as 0.5 is cut to 0
def echo_weight(delay, loudness):
    weight = np.zeros(delay + 1, dtype=int)
    weight[0] = 1
    weight[delay] = loudness
    return weight
# %% wrong: the order is reversed: the echo stands first and the sound itself last
def echo_weight(delay, loudness):
    return np.array([loudness] + [0.0] * (delay - 1) + [1.0])
# %% wrong: one zero too many: delay zeros between the two weights, so delay + 2 numbers and the echo comes one moment too late
def echo_weight(delay, loudness):
    return np.concatenate(([1.0], np.zeros(delay), [loudness]))
# %% right: two rows of the identity matrix
def echo_weight(delay, loudness):
    unit = np.eye(delay + 1)
    return unit[0] + loudness * unit[delay]
