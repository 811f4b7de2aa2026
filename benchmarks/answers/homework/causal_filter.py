# %% wrong: correlation: weight reversed in time
def causal_filter(x, weight):
    p = np.concatenate([np.zeros(len(weight) - 1), x])
    return np.correlate(p, weight, "valid")
# %% wrong: mode same: looks ahead
def causal_filter(x, weight):
    return np.convolve(x, weight, "same")
# %% wrong: wraps: x[t - k] with negative index
def causal_filter(x, weight):
    return np.array([sum(weight[k] * x[(t - k) % len(x)] for k in range(len(weight))) for t in range(len(x))])
# %% wrong: valid only: the first outputs are missing
def causal_filter(x, weight):
    return np.convolve(x, weight, "valid")
# %% right: convolve and cut
def causal_filter(x, weight):
    return np.convolve(x, weight)[:len(x)]
