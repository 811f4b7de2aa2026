# %% wrong: the running total is not set back to 0 for each window, so every output contains all sums before it (cumulative sums)
def correlate1d(x, kernel):
    result = []
    total = 0
    for i in range(len(x) - len(kernel) + 1):
        for k in range(len(kernel)):
            total += x[i + k] * kernel[k]
        result.append(total)
    return np.array(result)
# %% wrong: the output gets the dtype of x, so for a whole-number signal and a kernel of fractions the sums are cut to whole numbers
def correlate1d(x, kernel):
    K = len(kernel)
    out = np.zeros(len(x) - K + 1, dtype=x.dtype)
    for i in range(len(out)):
        out[i] = np.sum(x[i:i+K] * kernel)
    return out
# %% wrong: the loop stops one window early, so the last output stays 0
def correlate1d(x, kernel):
    w, k = len(x), len(kernel)
    y = np.zeros(w - k + 1)
    for i in range(w - k):
        y[i] = np.dot(x[i : i + k], kernel)
    return y
# %% wrong: np.correlate with mode "same" pads with zeros, so it returns W values in place of the W - K + 1 of the windows that fit
def correlate1d(x, kernel):
    return np.correlate(x, kernel, mode="same")
# %% right: add shifted signals, tap by tap
def correlate1d(x, kernel):
    n = len(x) - len(kernel) + 1
    return sum(weight * np.asarray(x)[tap : tap + n] for tap, weight in enumerate(kernel))
