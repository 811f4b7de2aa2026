# %% wrong: the weights are not reversed, so weight[0] meets the oldest value and the last weight meets the value now; shows unless the weights read the same both ways
def causal_filter(x, weight):
    k = len(weight)
    padded = np.concatenate([np.zeros(k - 1), x])
    windows = np.lib.stride_tricks.sliding_window_view(padded, k)
    return windows @ weight
# %% wrong: the zeros stand after the signal, not before it, so y[t] reads x[t], x[t + 1], ...: it looks ahead; shows when K > 1
def causal_filter(x, weight):
    L, K = len(x), len(weight)
    xx = np.append(x, np.zeros(K - 1))
    y = np.zeros(L)
    for t in range(L):
        for k in range(K):
            y[t] += weight[k] * xx[t + k]
    return y
# %% wrong: np.convolve in mode "same" centres the filter, so y comes (K - 1) // 2 steps early and looks ahead; shows from K = 3 on (and the length is K when K > L)
def causal_filter(x, weight):
    return np.convolve(x, weight, mode="same")
# %% wrong: two mistakes: the first K - 1 outputs are left 0 instead of counting x as 0 before the start (shows when K > 1), and the output has the dtype of x, so fractions are cut off when x holds whole numbers
def causal_filter(x, weight):
    y = np.zeros_like(x)
    K = len(weight)
    for t in range(K - 1, len(x)):
        y[t] = sum(weight[k] * x[t - k] for k in range(K))
    return y
# %% right: adds delayed copies of the signal, one for each weight
def causal_filter(x, weight):
    length = len(x)
    y = np.zeros(length)
    for delay, w in enumerate(weight[:length]):
        y[delay:] += w * x[:length - delay]
    return y
