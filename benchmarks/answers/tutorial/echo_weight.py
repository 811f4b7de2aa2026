# %% wrong: the array has only `delay` places, so weight[delay] raises IndexError
def echo_weight(delay, loudness):
    weight = np.zeros(delay)
    weight[0] = 1
    weight[delay] = loudness
    return weight
# %% wrong: the array holds whole numbers, so a loudness such as 0.5 becomes 0; right for whole loudnesses
def echo_weight(delay, loudness):
    w = np.array([1] + [0] * delay)
    w[-1] = loudness
    return w
# %% wrong: the list lives outside the function and grows with every call: the first call is right, later ones are too long and hold the earlier echoes
weights = [1.0]

def echo_weight(delay, loudness):
    while len(weights) < delay:
        weights.append(0.0)
    weights.append(loudness)
    return weights
# %% wrong: two mistakes: the echo comes first and the sound last (reverse order), and there are `delay` zeros between them, one too many
def echo_weight(delay, loudness):
    return [loudness] + [0] * delay + [1]
# %% right: list comprehension
def echo_weight(delay, loudness):
    return [1.0 if k == 0 else loudness if k == delay else 0.0 for k in range(delay + 1)]
