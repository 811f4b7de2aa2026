# %% wrong: np.convolve with "same" is centred, so the filter looks ahead
def causal_filter(x, weight):
    return np.convolve(x, weight, mode="same")
# %% wrong: a negative index reads from the end of the signal, where x should be 0 before the start
def causal_filter(x, weight):
    y = np.zeros(len(x))
    for t in range(len(x)):
        for k in range(len(weight)):
            y[t] += weight[k] * x[t - k]
    return y
# %% wrong: y takes over the whole-number type of x, so fractions are cut off
def causal_filter(x, weight):
    y = np.zeros_like(x)
    padded = np.concatenate([np.zeros(len(weight) - 1), x])
    for t in range(len(x)):
        window = padded[t : t + len(weight)]
        y[t] = np.sum(window * weight[::-1])
    return y
# %% wrong: two mistakes: K zeros in place of K - 1 (one output too many), and the weights are not reversed
def causal_filter(x, weight):
    padded = np.pad(x, (len(weight), 0))
    return np.correlate(padded, weight, mode="valid")
# %% right: a band matrix, one diagonal for each weight
def causal_filter(x, weight):
    size = len(x)
    matrix = sum(value * np.eye(size, k=-back) for back, value in enumerate(weight))
    return matrix @ x
