# %% wrong: the output has the type of x, so fractions are cut off when x holds whole numbers
def correlate1d(x, kernel):
    n = len(x) - len(kernel) + 1
    out = np.zeros(n, dtype=x.dtype)
    for i in range(n):
        out[i] = np.sum(x[i:i + len(kernel)] * kernel)
    return out
# %% wrong: the loop ends one window too early, so the last output stays 0
def correlate1d(x, kernel):
    W, K = len(x), len(kernel)
    y = np.zeros(W - K + 1)
    for i in range(W - K):
        for k in range(K):
            y[i] += x[i + k] * kernel[k]
    return y
# %% wrong: np.convolve reads the kernel back to front; shows when the kernel is not the same read backwards
def correlate1d(x, kernel):
    return np.convolve(x, kernel, mode="valid")
# %% wrong: the kernel may stick out at the end, so there are W outputs instead of W - K + 1
def correlate1d(x, kernel):
    sums = []
    for start in range(len(x)):
        s = 0.0
        for value, weight in zip(x[start:], kernel):
            s += value * weight
        sums.append(s)
    return np.array(sums)
# %% right: a matrix whose rows hold the kernel, one step further in each row
def correlate1d(x, kernel):
    W, K = len(x), len(kernel)
    M = np.zeros((W - K + 1, W))
    for row in range(W - K + 1):
        M[row, row:row + K] = kernel
    return M @ x
