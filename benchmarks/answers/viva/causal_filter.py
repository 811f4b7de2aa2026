# %% wrong: the weights are not reversed, so weight[0] belongs to the oldest value of the window and the last weight to now
def causal_filter(x, weight):
    K = len(weight)
    padded = np.concatenate([np.zeros(K - 1), x])
    return np.array([padded[t:t + K] @ weight for t in range(len(x))])
# %% wrong: uses mode "same" of np.convolve, which cuts at both ends, so the filter is centred and looks ahead
def causal_filter(x, weight):
    return np.convolve(x, weight, mode="same")
# %% wrong: y has the type of x (np.zeros_like), so for whole-number x the fractions are cut off at each addition
def causal_filter(x, weight):
    y = np.zeros_like(x)
    for t in range(len(x)):
        for k in range(len(weight)):
            if t - k >= 0:
                y[t] += weight[k] * x[t - k]
    return y
# %% wrong: before the start the signal wraps round: np.roll brings values from the end of x where it should be 0
def causal_filter(x, weight):
    return sum(w * np.roll(x, k) for k, w in enumerate(weight))
# %% right: a lower triangular matrix with the weights on its diagonals
def causal_filter(x, weight):
    length = len(x)
    matrix = np.zeros((length, length))
    for lag, value in enumerate(weight):
        if lag < length:
            matrix += value * np.eye(length, k=-lag)
    return matrix @ x
