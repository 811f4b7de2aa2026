# %% wrong: the weights stand in the order of the window, the echo first and the number for now last
def echo_weight(delay, loudness):
    weight = np.zeros(delay + 1)
    weight[-1] = 1.0       # now is at the right end
    weight[0] = loudness   # delay steps ago
    return weight


# %% wrong: the weights are divided by their sum, so the sound itself gets quieter
def echo_weight(delay, loudness):
    n = np.arange(delay + 1)
    h = 1.0 * (n == 0) + loudness * (n == delay)
    return h / h.sum()


# %% wrong: one zero too many, so the echo comes delay + 1 moments later
def echo_weight(delay, loudness):
    weight = [1]
    for i in range(delay):
        weight.append(0)
    weight.append(loudness)
    return np.array(weight)


# %% right: concatenated
def echo_weight(delay, loudness):
    return np.r_[1.0, np.zeros(delay - 1), loudness]
