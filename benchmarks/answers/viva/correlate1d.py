# %% wrong: the kernel is read back to front (true convolution instead of cross-correlation)
def correlate1d(x, kernel):
    W, K = len(x), len(kernel)
    out = np.zeros(W - K + 1)
    for i in range(W - K + 1):
        for k in range(K):
            out[i] += x[i + k] * kernel[K - 1 - k]
    return out
# %% wrong: the output has the dtype of x, so for a signal of whole numbers and a kernel of fractions the sums are cut to whole numbers
def correlate1d(x, kernel):
    n = len(x) - len(kernel) + 1
    result = np.zeros(n, dtype=x.dtype)
    for i in range(n):
        result[i] = np.sum(x[i : i + len(kernel)] * kernel)
    return result
# %% wrong: the running sum is set to 0 once before the outer loop and never reset, so each output also holds all the earlier ones
def correlate1d(x, kernel):
    outputs = []
    total = 0
    for start in range(len(x) - len(kernel) + 1):
        for tap, weight in enumerate(kernel):
            total += weight * x[start + tap]
        outputs.append(total)
    return np.array(outputs)
# %% wrong: the loop does not stop where the kernel would stick out: it gives W values, the last K - 1 from windows that are cut off at the end
def correlate1d(x, kernel):
    return np.array([sum(a * b for a, b in zip(x[i:], kernel)) for i in range(len(x))])
# %% right: adds up shifted copies of the signal, one for each weight
def correlate1d(x, kernel):
    n = len(x) - len(kernel) + 1
    return sum(w * x[k : k + n] for k, w in enumerate(kernel))
