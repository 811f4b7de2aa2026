# %% wrong: one weight too few: `delay` numbers, so that the echo comes one moment too early (with delay 1 it takes the place of the sound itself)
def echo_weight(delay, loudness):
    weight = np.zeros(delay)
    weight[0] = 1
    weight[delay - 1] = loudness
    return weight
# %% wrong: the order is reversed: the echo's weight is first, the one for now is last
def echo_weight(delay, loudness):
    # conv wants the weights from the oldest to the newest
    return [loudness] + [0] * (delay - 1) + [1]
# %% wrong: the array holds whole numbers, so that a loudness with a fraction is cut off
def echo_weight(delay, loudness):
    w = np.zeros(delay + 1, dtype=int)
    w[0] = 1
    w[-1] = loudness
    return w
# %% wrong: every moment from 1 to delay gets the echo's weight, not the last only; shows for a delay of 2 or more
def echo_weight(delay, loudness):
    weight = np.ones(delay + 1)
    weight[1:] *= loudness
    return weight
# %% right: a comparison of the numbers 0 to delay with both places
def echo_weight(delay, loudness):
    moments = np.arange(delay + 1)
    return np.where(moments == 0, 1.0, np.where(moments == delay, loudness, 0.0))
