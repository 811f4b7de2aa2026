# %% wrong: the weights are not reversed: weight[0] meets the oldest value of the window and the last weight the value now
def causal_filter(x, weight):
    K = len(weight)
    padded = np.concatenate([np.zeros(K - 1), x])
    return np.array([np.dot(padded[t:t + K], weight) for t in range(len(x))])
# %% wrong: the K - 1 zeros are put behind the signal and not before it, so the filter looks ahead: y[t] reads x[t] to x[t + K - 1]
def causal_filter(x, weight):
    k = weight.size
    late = np.pad(x, (0, k - 1))
    windows = np.lib.stride_tricks.sliding_window_view(late, k)
    return windows @ weight[::-1]
# %% wrong: y is made with zeros_like(x), so for whole-number x and fractional weights the results are cut to whole numbers
def causal_filter(x, weight):
    y = np.zeros_like(x)
    for t in range(len(x)):
        acc = 0
        for k in range(len(weight)):
            if t - k >= 0:
                acc += weight[k] * x[t - k]
        y[t] = acc
    return y
# %% wrong: the check t - k >= 0 is missing, so before the start the negative index x[t - k] reads values from the end of the signal (it wraps around; IndexError if the signal is shorter than the weight by enough)
def causal_filter(x, weight):
    return np.array([sum(weight[k] * x[t - k] for k in range(len(weight))) for t in range(len(x))])
# %% right: add delayed copies of the signal
def causal_filter(x, weight):
    n = len(x)
    y = np.zeros(n)
    for delay, w in enumerate(weight[:n]):
        y[delay:] += w * x[:n - delay]
    return y
