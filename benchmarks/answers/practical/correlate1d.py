# %% wrong: starts a window at every value of x, runs past the end: the last windows are too short, ValueError (cannot be broadcast) from K = 3 on; for K = 2 one output too many
def correlate1d(x, kernel):
    K = len(kernel)
    out = []
    for i in range(len(x)):
        out.append(np.sum(x[i:i + K] * kernel))
    return np.array(out)
# %% wrong: the output array takes the whole-number type of x, so fractions are cut off; right for a float signal only
def correlate1d(x, kernel):
    n = len(x) - len(kernel) + 1
    y = np.zeros(n, dtype=x.dtype)
    for i in range(n):
        y[i] = x[i:i + len(kernel)] @ kernel
    return y
# %% wrong: the sum is never set back to 0 between windows, so each output also contains all the outputs before it
def correlate1d(x, kernel):
    total = 0
    sums = []
    for start in range(len(x) - len(kernel) + 1):
        for k, w in enumerate(kernel):
            total += w * x[start + k]
        sums.append(total)
    return sums
# %% wrong: two mistakes: the last window is missing (W - K outputs), and the kernel is read back to front
def correlate1d(x, kernel):
    K = len(kernel)
    return np.array([sum(x[i + k] * kernel[K - 1 - k] for k in range(K))
                     for i in range(len(x) - K)])
# %% right: adds shifted copies of the signal, one for each weight
def correlate1d(x, kernel):
    n = len(x) - len(kernel) + 1
    y = np.zeros(n)
    for k, weight in enumerate(kernel):
        y = y + weight * np.asarray(x)[k:k + n]
    return y
