# %% wrong: one number too few, so the echo comes one moment early (and replaces the sound itself when delay is 1)
def echo_weight(delay, loudness):
    weight = np.zeros(delay)
    weight[0] = 1
    weight[delay - 1] = loudness
    return weight
# %% wrong: the weights stand in reverse order, loudness for now and 1 for delay moments ago; shows unless loudness is 1
def echo_weight(delay, loudness):
    w = [0.0] * (delay + 1)
    w[-1] = 1.0   # now is the last one in the window
    w[0] = loudness
    return np.array(w)
# %% wrong: an array of integers, so that a loudness of 0.5 is cut off to 0
def echo_weight(delay, loudness):
    weight = np.array([1] + [0] * delay)
    weight[delay] = loudness
    return weight
# %% wrong: all moments up to the delay get the loudness, not only the last one; shows when delay is above 1
def echo_weight(delay, loudness):
    weight = np.full(delay + 1, loudness, dtype=float)
    weight[0] = 1
    return weight
# %% right: rows of an identity matrix
def echo_weight(delay, loudness):
    moments = np.eye(delay + 1)
    return moments[0] + loudness * moments[delay]
