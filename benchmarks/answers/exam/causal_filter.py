# %% wrong: x[t - k] with a negative index wraps round to the end of the signal
def causal_filter(x, weight):
    y = np.zeros(len(x))
    for t in range(len(x)):
        for k in range(len(weight)):
            y[t] += weight[k] * x[t - k]
    return y

# %% wrong: the output takes the type of x, fractions are cut off where x is of whole numbers
def causal_filter(x, weight):
    y = np.zeros_like(x)
    for t in range(len(x)):
        y[t] = sum(weight[k] * x[t - k] for k in range(len(weight)) if t - k >= 0)
    return y

# %% wrong: reads earlier outputs y instead of earlier inputs x
def causal_filter(x, weight):
    y = np.zeros(len(x))
    for t in range(len(x)):
        y[t] = weight[0] * x[t]
        for k in range(1, len(weight)):
            if t - k >= 0:
                y[t] += weight[k] * y[t - k]
    return y

# %% wrong: the first K - 1 outputs stay 0, values before the start are not taken as zeros
def causal_filter(x, weight):
    K = len(weight)
    y = np.zeros(len(x))
    for t in range(K - 1, len(x)):
        y[t] = np.sum(weight * x[t - K + 1 : t + 1][::-1])
    return y

# %% wrong: the end of the full convolution is kept instead of the beginning
def causal_filter(x, weight):
    return np.convolve(x, weight)[-len(x):]

# %% wrong: the weights are not reversed, weight[0] lies on the oldest value
def causal_filter(x, weight):
    padded = np.concatenate([np.zeros(len(weight) - 1), x])
    return np.correlate(padded, weight, "valid")

# %% right: beginning of the full convolution
def causal_filter(x, weight):
    return np.convolve(x, weight)[: len(x)]

# %% right: a delayed copy for each weight
def causal_filter(x, weight):
    y = np.zeros(len(x))
    for k, w in enumerate(weight):
        if k < len(x):
            y[k:] += w * x[: len(x) - k]
    return y
