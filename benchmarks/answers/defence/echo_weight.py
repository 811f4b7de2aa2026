# %% wrong: one number too few: the weight has `delay` numbers, so the echo comes one moment too early (and for delay 1 the echo overwrites the sound)
def echo_weight(delay, loudness):
    weight = np.zeros(delay)
    weight[0] = 1
    weight[-1] = loudness
    return weight
# %% wrong: the order is reversed: the echo's loudness stands first (now) and the 1 last
def echo_weight(delay, loudness):
    return np.array([loudness] + [0] * (delay - 1) + [1.0])
# %% wrong: the array is made of whole numbers (dtype int), so a fractional loudness is cut off (0.5 becomes 0)
def echo_weight(delay, loudness):
    w = np.zeros(delay + 1, dtype=int)
    w[0] = 1
    w[delay] = loudness
    return w
# %% wrong: the sound itself is missing: weight[0] is 0 instead of 1, so only the echo is heard
def echo_weight(delay, loudness):
    moments = np.arange(delay + 1)
    return np.where(moments == delay, float(loudness), 0.0)
# %% right: rows of the identity
def echo_weight(delay, loudness):
    unit = np.eye(delay + 1)
    return unit[0] + loudness * unit[delay]
