# %% wrong: the weights are applied from left to right (cross-correlation of the past)
def causal_filter(x, weight):
    padded = np.concatenate([np.zeros(len(weight) - 1), x])
    windows = np.lib.stride_tricks.sliding_window_view(padded, len(weight))
    return windows @ weight
# %% wrong: no padding, the answer is shorter than x
def causal_filter(x, weight):
    if len(weight) > len(x):
        return np.zeros(0)
    return np.convolve(x, weight, "valid")
# %% wrong: the filter looks into the future, x[t + k] instead of x[t - k]
def causal_filter(x, weight):
    y = np.zeros(len(x))
    for t in range(len(x)):
        for k in range(len(weight)):
            if t + k < len(x):
                y[t] += weight[k] * x[t + k]
    return y
# %% wrong: before the start the signal wraps round, x[t - k] with negative indices
def causal_filter(x, weight):
    y = np.zeros(len(x))
    for t in range(len(x)):
        for k in range(min(len(weight), len(x))):
            y[t] += weight[k] * x[t - k]
    return y
# %% wrong: zeros on both sides, the window is centred ("same")
def causal_filter(x, weight):
    full = np.convolve(x, weight)
    start = (len(weight) - 1) // 2
    return full[start : start + len(x)]
# %% wrong: the full convolution, K - 1 values too long
def causal_filter(x, weight):
    return np.convolve(x, weight)
# %% wrong: zeros after the end instead of before the start
def causal_filter(x, weight):
    padded = np.concatenate([x, np.zeros(len(weight) - 1)])
    windows = np.lib.stride_tricks.sliding_window_view(padded, len(weight))
    return windows @ weight[::-1]
# %% wrong: the current value is left out, the loop begins at tap 1
def causal_filter(x, weight):
    y = np.zeros(len(x))
    for t in range(len(x)):
        for k in range(1, len(weight)):
            if t - k >= 0:
                y[t] += weight[k] * x[t - k]
    return y
# %% wrong: recursive, the filter reads its own outputs y[t - k]
def causal_filter(x, weight):
    y = np.zeros(len(x))
    for t in range(len(x)):
        y[t] = weight[0] * x[t]
        for k in range(1, len(weight)):
            if t - k >= 0:
                y[t] += weight[k] * y[t - k]
    return y
# %% wrong: the first K - 1 values stay 0, the filter starts only where the window is complete
def causal_filter(x, weight):
    y = np.zeros(len(x))
    for t in range(len(weight) - 1, len(x)):
        for k in range(len(weight)):
            y[t] += weight[k] * x[t - k]
    return y
# %% wrong: = instead of +=
def causal_filter(x, weight):
    y = np.zeros(len(x))
    for t in range(len(x)):
        for k in range(len(weight)):
            if t >= k:
                y[t] = weight[k] * x[t - k]
    return y
# %% wrong: x is filtered in place, the caller's signal changes
def causal_filter(x, weight):
    for t in range(len(x) - 1, -1, -1):
        x[t] = sum(weight[k] * x[t - k] for k in range(len(weight)) if t >= k)
    return x
# %% wrong: before the start the first value is repeated instead of zeros
def causal_filter(x, weight):
    padded = np.pad(x, (len(weight) - 1, 0), mode="edge")
    return np.convolve(padded, weight, "valid")
# %% wrong: the signal is shifted by one, t - k > 0 leaves out x[0]
def causal_filter(x, weight):
    y = np.zeros(len(x))
    for t in range(len(x)):
        for k in range(len(weight)):
            if t - k > 0:
                y[t] += weight[k] * x[t - k]
    return y
# %% wrong: two mistakes: zeros after the end, and the weights from left to right
def causal_filter(x, weight):
    padded = np.concatenate([x, np.zeros(len(weight) - 1)])
    return np.correlate(padded, weight, "valid")
# %% wrong: the last values of the previous call are remembered as the past, the signal does not start from 0
past = {}

def causal_filter(x, weight):
    k = len(weight) - 1
    before = past.get(k, np.zeros(k))
    padded = np.concatenate([before, x])
    past[k] = padded[len(padded) - k :]
    windows = np.lib.stride_tricks.sliding_window_view(padded, len(weight))
    return windows @ weight[::-1]
# %% right: zeros in front and turned weights
def causal_filter(x, weight):
    padded = np.concatenate([np.zeros(len(weight) - 1), x])
    windows = np.lib.stride_tricks.sliding_window_view(padded, len(weight))
    return windows @ weight[::-1]
# %% right: full convolution, cut
def causal_filter(x, weight):
    return np.convolve(x, weight)[: len(x)]
# %% right: two loops
def causal_filter(x, weight):
    y = np.zeros(len(x))
    for t in range(len(x)):
        for k in range(len(weight)):
            if t - k >= 0:
                y[t] += weight[k] * x[t - k]
    return y
