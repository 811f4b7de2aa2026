# %% wrong: looks ahead: weight[k] times x[t + k] (the cross-correlation with zeros at the end)
def causal_filter(x, weight):
    K = len(weight)
    padded = np.concatenate([x, np.zeros(K - 1)])
    return np.array([np.dot(padded[t:t + K], weight) for t in range(len(x))])
# %% wrong: zeros before the start, but the kernel is not turned: weight[0] meets the oldest value
def causal_filter(x, weight):
    K = len(weight)
    padded = np.concatenate([np.zeros(K - 1), x])
    return np.array([np.dot(padded[t:t + K], weight) for t in range(len(x))])
# %% wrong: no test for the start: x[t - k] with a negative index wraps to the end (index error for K > L)
def causal_filter(x, weight):
    y = np.zeros(len(x))
    for t in range(len(x)):
        for k in range(len(weight)):
            y[t] += weight[k] * x[t - k]
    return y
# %% wrong: valid part only: L - K + 1 numbers, the start is left out (right for K = 1)
def causal_filter(x, weight):
    return np.convolve(x, weight, mode="valid")
# %% wrong: mode "same" is centred and looks ahead by half a kernel
def causal_filter(x, weight):
    return np.convolve(x, weight, mode="same")[:len(x)]
# %% wrong: the result has the dtype of x: with integers the sums are cut off
def causal_filter(x, weight):
    y = np.zeros_like(x)
    for t in range(len(x)):
        y[t] = sum(weight[k] * x[t - k] for k in range(min(t + 1, len(weight))))
    return y
# %% right: adds delayed copies of the signal
def causal_filter(x, weight):
    n = len(x)
    y = np.zeros(n)
    for delay, w in enumerate(weight[:n]):
        y[delay:] += w * x[:n - delay]
    return y
