# %% wrong: mode "same" centres the filter, so it looks ahead; shows with three weights or more
def causal_filter(x, weight):
    return np.convolve(x, weight, "same")
# %% wrong: two mistakes: the weights are not reversed, and zeros are put on both sides, so the result is L + K - 1 long
def causal_filter(x, weight):
    K = len(weight)
    padded = np.concatenate([np.zeros(K - 1), x, np.zeros(K - 1)])
    windows = np.lib.stride_tricks.sliding_window_view(padded, K)
    return windows @ weight
# %% wrong: y takes over the integer type of x when x holds whole numbers, so fractions are cut off
def causal_filter(x, weight):
    y = np.zeros_like(x)
    for t in range(len(x)):
        s = 0
        for k in range(len(weight)):
            if t - k >= 0:
                s += weight[k] * x[t - k]
        y[t] = s
    return y
# %% wrong: before the start it reads negative indices, that is values from the end of x, in place of 0; shows when the end of x is not 0
def causal_filter(x, weight):
    y = []
    for t in range(len(x)):
        y.append(sum(weight[k] * x[t - k] for k in range(len(weight))))
    return np.array(y)
# %% right: adds a delayed copy of the signal for each weight
def causal_filter(x, weight):
    length = len(x)
    y = np.zeros(length)
    for delay, w in enumerate(weight[:length]):
        y[delay:] += w * x[:length - delay]
    return y
