# %% wrong: the weights are not reversed, so weight[0] meets the oldest value of the window and weight[-1] the value now
def causal_filter(x, weight):
    K = len(weight)
    padded = np.concatenate([np.zeros(K - 1), x])
    return np.array([padded[t:t + K] @ weight for t in range(len(x))])
# %% wrong: the output array takes over the dtype of x (zeros_like), so for whole numbers in x the fractions are cut off
def causal_filter(x, weight):
    y = np.zeros_like(x)
    for t in range(len(x)):
        total = 0
        for k in range(len(weight)):
            if t - k >= 0:
                total += weight[k] * x[t - k]
        y[t] = total
    return y
# %% wrong: there is no test for the start, so x[t - k] with a negative index reads from the end of the signal (wraps round) instead of 0
def causal_filter(x, weight):
    y = []
    for t in range(len(x)):
        y.append(sum(w * x[t - k] for k, w in enumerate(weight)))
    return np.array(y)
# %% wrong: np.convolve in mode "same" centres the filter, so for three weights or more the output is shifted and looks ahead by half the kernel; it should be the first len(x) values of the full convolution
def causal_filter(x, weight):
    return np.convolve(x, weight, mode="same")
# %% right: one delayed copy of the signal for each weight
def causal_filter(x, weight):
    y = np.zeros(len(x))
    for delay, loudness in enumerate(weight[:len(x)]):
        y[delay:] += loudness * x[:len(x) - delay]
    return y
