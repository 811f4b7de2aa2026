# %% wrong: np.convolve without cutting: L + K - 1 values in place of L
def causal_filter(x, weight):
    return np.convolve(x, weight)
# %% wrong: the first K - 1 outputs are left at 0 and not computed from the values that are there; right where the signal begins with K - 1 zeros
def causal_filter(x, weight):
    K = len(weight)
    y = np.zeros(len(x))
    for t in range(K - 1, len(x)):
        y[t] = sum(weight[k] * x[t - k] for k in range(K))
    return y
# %% wrong: the earlier values are taken from y in place of x, so each output is fed back into the later ones (a recursive filter)
def causal_filter(x, weight):
    y = np.array(x, dtype=float)
    for t in range(len(y)):
        y[t] = weight[0] * y[t]
        for k in range(1, min(len(weight), t + 1)):
            y[t] += weight[k] * y[t - k]
    return y
# %% wrong: two mistakes: x[t - k] with a negative index wraps round to the end of the signal (IndexError for filters longer than it by two or more), and the output has the type of x, so whole-number signals lose the fractions
def causal_filter(x, weight):
    y = np.zeros_like(x)
    for t in range(len(x)):
        total = 0
        for k in range(len(weight)):
            total += weight[k] * x[t - k]
        y[t] = total
    return y
# %% right: shifted copies of the signal
def causal_filter(x, weight):
    x = np.asarray(x)
    y = np.zeros(len(x))
    for delay, w in enumerate(weight):
        if delay < len(x):
            y[delay:] += w * x[:len(x) - delay]
    return y
