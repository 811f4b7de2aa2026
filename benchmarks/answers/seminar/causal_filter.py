# %% wrong: the weights are not reversed: weight[0] meets the oldest value and the last weight the value of now; shows unless the weights read the same both ways
def causal_filter(x, weight):
    K = len(weight)
    padded = np.concatenate([np.zeros(K - 1), x])
    return np.lib.stride_tricks.sliding_window_view(padded, K) @ weight
# %% wrong: mode "same" centres the window, so that y comes too early and looks ahead; shows for three weights or more; y is too long where there are more weights than values
def causal_filter(x, weight):
    return np.convolve(x, weight, mode="same")
# %% wrong: np.zeros_like(x) has x's type; where x holds whole numbers, the fractions are cut off
def causal_filter(x, weight):
    y = np.zeros_like(x)
    for t in range(len(x)):
        s = 0
        for k in range(len(weight)):
            if t - k >= 0:
                s += weight[k] * x[t - k]
        y[t] = s
    return y
# %% wrong: np.roll brings the end of the signal in before the start, where x should be 0; shows where the last K − 1 values are not all 0
def causal_filter(x, weight):
    out = 0.0 * x
    for k, w in enumerate(weight):
        out = out + w * np.roll(x, k)
    return out
# %% right: a matrix product with the weights below the diagonal
def causal_filter(x, weight):
    length = len(x)
    matrix = np.zeros((length, length))
    for lag, each in enumerate(weight[:length]):
        matrix += each * np.eye(length, k=-lag)
    return matrix @ x
