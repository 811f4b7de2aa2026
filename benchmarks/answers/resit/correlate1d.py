# %% wrong: the last window is left out (W - K windows)
def correlate1d(x, kernel):
    k = len(kernel)
    return np.array([np.sum(x[i : i + k] * kernel) for i in range(len(x) - k)])
# %% wrong: the running total is not set back to 0 for each window, so the sums accumulate
def correlate1d(x, kernel):
    windows = len(x) - len(kernel) + 1
    output = np.zeros(windows)
    total = 0
    for i in range(windows):
        for k in range(len(kernel)):
            total += x[i + k] * kernel[k]
        output[i] = total
    return output
# %% wrong: np.convolve without "valid" gives the full result, which is 2(K - 1) values too long
def correlate1d(x, kernel):
    return np.convolve(x, kernel[::-1])
# %% wrong: the output takes over the whole-number type of x, so fractional sums are cut off
def correlate1d(x, kernel):
    size = len(x) - len(kernel) + 1
    output = np.zeros_like(x[:size])
    for start in range(size):
        output[start] = np.dot(x[start : start + len(kernel)], kernel)
    return output
# %% right: one weight at a time, over all windows at once
def correlate1d(x, kernel):
    size = len(x) - len(kernel) + 1
    return sum(weight * x[tap : tap + size] for tap, weight in enumerate(kernel))
