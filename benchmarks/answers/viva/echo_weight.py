# %% wrong: the array has delay numbers, not delay + 1, so weight[delay] raises IndexError
def echo_weight(delay, loudness):
    weight = np.zeros(delay)
    weight[0] = 1
    weight[delay] = loudness
    return weight
# %% wrong: the order is reversed: the echo stands first and the sound itself last
def echo_weight(delay, loudness):
    return np.array([loudness] + [0.0] * (delay - 1) + [1.0])
# %% wrong: the array holds whole numbers, so the fraction of loudness is cut off (0.5 becomes 0)
def echo_weight(delay, loudness):
    w = np.array([1] + [0] * delay)
    w[-1] = loudness
    return w
# %% wrong: all weights from 1 to delay are loudness, not the last one only, so the sound comes back at every moment up to delay
def echo_weight(delay, loudness):
    weights = np.full(delay + 1, float(loudness))
    weights[0] = 1.0
    return weights
# %% right: two rows of the identity matrix, added
def echo_weight(delay, loudness):
    sound, *_, echo = np.eye(delay + 1)
    return sound + loudness * echo
