# %% wrong: the weights are not reversed: weight[0] meets the oldest value of the window instead of the one that is now
def causal_filter(x, weight):
    padded = np.concatenate([np.zeros(len(weight) - 1), x])
    return np.array([padded[t : t + len(weight)] @ weight for t in range(len(x))])
# %% wrong: centred instead of causal: mode "same" puts half of the padding on each side, so from three weights on y[t] reads values after t
def causal_filter(x, weight):
    return np.convolve(x, weight, mode="same")
# %% wrong: y gets the dtype of x, so for whole-number signals the fractions of the results are cut off
def causal_filter(x, weight):
    y = np.zeros_like(x)
    for t in range(len(x)):
        for k in range(min(len(weight), t + 1)):
            y[t] = y[t] + weight[k] * x[t - k]
    return y
# %% wrong: before the start x is not 0: negative indices wrap around to the end of the signal
def causal_filter(x, weight):
    L = len(x)
    result = []
    for t in range(L):
        total = 0.0
        for k, w in enumerate(weight):
            total += w * x[t - k]
        result.append(total)
    return np.array(result)
# %% right: a lower triangular matrix with the weights on its diagonals
def causal_filter(x, weight):
    time = np.arange(len(x))
    lag = time[:, None] - time[None, :]
    reads = (lag >= 0) & (lag < len(weight))
    matrix = np.where(reads, np.asarray(weight, float)[np.clip(lag, 0, len(weight) - 1)], 0.0)
    return matrix @ x
