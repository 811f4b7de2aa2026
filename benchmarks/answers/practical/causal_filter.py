# %% wrong: the full convolution, K - 1 values too long: the tail after the end of x is not cut off
def causal_filter(x, weight):
    return np.convolve(x, weight)
# %% wrong: reads earlier outputs instead of earlier inputs (feedback): y[t] = weight[0] x[t] + weight[1] y[t - 1] + ...
def causal_filter(x, weight):
    y = []
    for t, value in enumerate(x):
        total = weight[0] * value
        for k in range(1, len(weight)):
            if t - k >= 0:
                total += weight[k] * y[t - k]
        y.append(total)
    return np.array(y)
# %% wrong: the output array has the type of x, so for a signal of whole numbers the fractions are cut off; right for float signals
def causal_filter(x, weight):
    out = np.zeros_like(x)
    for t in range(len(x)):
        out[t] = sum(w * x[t - k] for k, w in enumerate(weight) if k <= t)
    return out
# %% wrong: two mistakes: K zeros in front instead of K - 1, so everything comes one moment late, and the weights are not reversed
def causal_filter(x, weight):
    K = len(weight)
    padded = np.concatenate([np.zeros(K), x])
    return np.array([padded[t:t + K] @ weight for t in range(len(x))])
# %% right: adds delayed copies of the signal
def causal_filter(x, weight):
    x = np.asarray(x, float)
    L = len(x)
    y = np.zeros(L)
    for k in range(min(len(weight), L)):
        y[k:] += weight[k] * x[:L - k]
    return y
