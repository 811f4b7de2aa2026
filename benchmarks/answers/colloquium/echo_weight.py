# %% wrong: there are only `delay` weights, one too few, and the echo comes one moment too early (for delay 1 the loudness overwrites the sound itself)
def echo_weight(delay, loudness):
    w = np.zeros(delay)
    w[0] = 1
    w[-1] = loudness
    return w
# %% wrong: the order is reversed, as for a window from left to right: the loudness stands first and the 1 last
def echo_weight(delay, loudness):
    return np.array([loudness] + [0] * (delay - 1) + [1.0])
# %% wrong: the array is made with dtype int, so a fractional loudness is cut to a whole number (0.5 becomes 0)
def echo_weight(delay, loudness):
    weights = np.zeros(delay + 1, dtype=int)
    weights[0] = 1
    weights[delay] = loudness
    return weights
# %% wrong: the sound itself is missing: weight[0] stays 0, so only the echo is heard
def echo_weight(delay, loudness):
    weight = np.zeros(delay + 1)
    weight[delay] = loudness
    return weight
# %% right: from two rows of the identity matrix
def echo_weight(delay, loudness):
    eye = np.eye(delay + 1)
    return eye[0] + loudness * eye[-1]
