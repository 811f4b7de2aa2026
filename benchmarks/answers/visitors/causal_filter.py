# %% wrong: the weights are not turned, so weight[0] meets the oldest value of the window
def causal_filter(x, weight):
    k = len(weight)
    padded = np.concatenate([np.zeros(k - 1), x])
    return np.array([np.sum(padded[t:t + k] * weight) for t in range(len(x))])


# %% wrong: the FFT has no room for the tail, so the end of the signal wraps round to its start
def causal_filter(x, weight):
    L = len(x)
    return np.fft.ifft(np.fft.fft(x) * np.fft.fft(weight, L)).real


# %% wrong: the result has the type of x, so with whole numbers the fractions are cut off
def causal_filter(x, weight):
    y = np.zeros_like(x)
    for t in range(len(x)):
        total = 0
        for k in range(len(weight)):
            if t - k >= 0:
                total += weight[k] * x[t - k]
        y[t] = total
    return y


# %% right: a lower triangular Toeplitz matrix
def causal_filter(x, weight):
    length, taps = len(x), len(weight)
    lag = np.arange(length)[:, None] - np.arange(length)[None, :]
    matrix = np.where((lag >= 0) & (lag < taps), np.asarray(weight)[np.clip(lag, 0, taps - 1)], 0.0)
    return matrix @ x
