# %% wrong: weight not reversed, weight[0] meets the oldest value
def causal_filter(x, weight):
    K = len(weight)
    xp = np.concatenate([np.zeros(K - 1), x])
    return np.array([np.dot(xp[t:t + K], weight) for t in range(len(x))])
# %% wrong: negative indices wrap round to the end of the signal
def causal_filter(x, weight):
    y = np.zeros(len(x))
    for t in range(len(x)):
        for k in range(len(weight)):
            if t - k >= -len(x):
                y[t] += weight[k] * x[t - k]
    return y
# %% wrong: np.roll based, circular instead of zeros before the start
def causal_filter(x, weight):
    return sum(w * np.roll(x, k) for k, w in enumerate(weight)) * 1.0
# %% wrong: mode same of np.convolve (centred, and as long as the longer of the two)
def causal_filter(x, weight):
    return np.convolve(x, weight, mode="same")
# %% wrong: zeros_like(x) buffer, integer signals truncate
def causal_filter(x, weight):
    y = np.zeros_like(x)
    for t in range(len(x)):
        acc = 0
        for k, w in enumerate(weight):
            if k > t:
                break
            acc += w * x[t - k]
        y[t] = acc
    return y
# %% wrong: cuts the full convolution at the wrong end (the last L values)
def causal_filter(x: np.ndarray, weight: np.ndarray) -> np.ndarray:
    full = np.convolve(x, weight, mode="full")
    return full[-len(x):]
# %% wrong: crashes when the weight is longer than the signal (slice sizes do not agree)
def causal_filter(x, weight):
    L = len(x)
    y = weight[0] * x.astype(float)
    for k in range(1, len(weight)):
        y[k:] += weight[k] * x[:L - k]
    return y
# %% wrong: a test k < t instead of k <= t drops the first value x[0] from all sums after t = 0
def causal_filter(x, weight):
    result = []
    for t in range(len(x)):
        s = weight[0] * x[t]
        for k in range(1, len(weight)):
            if k < t:
                s += weight[k] * x[t - k]
        result.append(s)
    return np.array(result)
# %% right: npconvolve
def causal_filter(x, weight):
    return np.convolve(np.asarray(x), np.asarray(weight))[:len(x)]
# %% right: loops
def causal_filter(x, weight):
    y = np.zeros(len(x), dtype=float)
    for t in range(len(x)):
        for k in range(min(t + 1, len(weight))):
            y[t] += weight[k] * x[t - k]
    return y
