# %% wrong: off by one: computes W - K outputs, so the last window is missing
def correlate1d(x, kernel):
    K = len(kernel)
    return np.array([np.sum(x[i:i + K] * kernel) for i in range(len(x) - K)])
# %% wrong: the output array takes the dtype of x, so with whole numbers in x and fractions in the kernel the sums lose their fractional part
def correlate1d(x, kernel):
    n = len(x) - len(kernel) + 1
    out = np.zeros(n, dtype=x.dtype)
    for i in range(n):
        out[i] = np.dot(x[i:i + len(kernel)], kernel)
    return out
# %% wrong: takes the mean of the products in each window instead of their sum (too small by the factor K)
def correlate1d(x, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(x, len(kernel))
    return (windows * kernel).mean(axis=1)
# %% wrong: two mistakes: np.convolve turns the kernel back to front, and mode "same" returns W values (also windows that stick out) instead of W - K + 1
def correlate1d(x, kernel):
    return np.convolve(x, kernel, mode="same")
# %% right: one shifted copy of the signal per weight
def correlate1d(x, kernel):
    n = len(x) - len(kernel) + 1
    return sum(weight * x[k:k + n] for k, weight in enumerate(kernel))
