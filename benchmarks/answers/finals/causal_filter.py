# %% wrong: x[t - k] with a negative index reads from the end of the signal: no zeros before the start (an IndexError if the signal is shorter than the filter)
def causal_filter(x, weight):
    y = np.zeros(len(x))
    for t in range(len(x)):
        for k in range(len(weight)):
            y[t] += weight[k] * x[t - k]
    return y
# %% wrong: the weights are not reversed, weight[0] meets the oldest value
def causal_filter(x, weight):
    k = len(weight)
    padded = np.concatenate([np.zeros(k - 1), x])
    return np.array([padded[t:t + k] @ weight for t in range(len(x))])
# %% wrong: np.convolve with mode "same" is centred, it looks ahead
def causal_filter(x, weight):
    return np.convolve(x, weight, mode="same")
# %% wrong: the result starts when the filter is full, only L - K + 1 values
def causal_filter(x, weight):
    return np.convolve(x, weight, mode="valid")
# %% wrong: a recursive filter: the old outputs come in and not the old inputs
def causal_filter(x, weight):
    y = []
    for t, now in enumerate(x):
        value = weight[0] * now
        for k in range(1, min(len(weight), t + 1)):
            value += weight[k] * y[t - k]
        y.append(value)
    return np.array(y)
# %% wrong: the delay line is a default argument and keeps its values between calls: the second signal begins with the end of the first
def causal_filter(x, weight, delay=[]):
    while len(delay) < len(weight):
        delay.append(0.0)
    y = []
    for value in x:
        delay.insert(0, value)
        delay.pop()
        y.append(sum(w * d for w, d in zip(weight, delay)))
    return np.array(y)
# %% right: full convolution, cut to the signal's length
def causal_filter(x, weight):
    return np.convolve(x, weight)[: len(x)].astype(float)
# %% right: delayed copies of the signal
def causal_filter(x, weight):
    y = np.zeros(len(x))
    for delay, share in enumerate(weight):
        if delay < len(x):
            y[delay:] += share * x[: len(x) - delay]
    return y
