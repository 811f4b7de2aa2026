# %% wrong: only `delay` numbers, so the echo comes one moment early; for delay 1 the echo overwrites the sound itself
def echo_weight(delay, loudness):
    weight = np.zeros(delay)
    weight[0] = 1
    weight[-1] = loudness
    return weight
# %% wrong: the order is reversed: the echo's loudness stands first and the 1 last; shows when loudness is not 1
def echo_weight(delay, loudness):
    # causal filters have reversed weights
    w = np.zeros(delay + 1)
    w[0], w[delay] = 1.0, loudness
    return w[::-1]
# %% wrong: the array holds integers, so a loudness with a fraction is cut off (0.5 becomes 0)
def echo_weight(delay, loudness):
    w = np.array([1] + [0] * delay)
    w[delay] = loudness
    return w
# %% wrong: one zero too many: delay + 2 numbers, so the echo comes one moment late
def echo_weight(delay, loudness):
    weights = [1.0]
    for _ in range(delay):
        weights.append(0.0)
    weights.append(loudness)
    return np.array(weights)
# %% right: the answer to a click: the click and a shifted, softer click
def echo_weight(delay, loudness):
    moments = np.arange(delay + 1)
    return np.where(moments == 0, 1.0, 0.0) + loudness * (moments == delay)
