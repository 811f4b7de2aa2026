# %% wrong: the running sum is not set back to 0 for a new window, so every output also contains all the earlier ones
def correlate1d(x, kernel):
    W, K = len(x), len(kernel)
    result = np.zeros(W - K + 1)
    total = 0
    for i in range(W - K + 1):
        for k in range(K):
            total += x[i + k] * kernel[k]
        result[i] = total
    return result
# %% wrong: the output array takes its dtype from x, so with whole numbers in x and fractions in the kernel the results are cut to whole numbers
def correlate1d(x, kernel):
    K = len(kernel)
    n = len(x) - K + 1
    y = np.zeros_like(x[:n])
    for i in range(n):
        y[i] = np.sum(x[i:i + K] * kernel)
    return y
# %% wrong: uses mode "same", which pads with zeros, so the output has as many values as the signal instead of W - K + 1
def correlate1d(x, kernel):
    return np.correlate(x, kernel, mode="same")
# %% wrong: true convolution: np.convolve turns the kernel back to front
def correlate1d(x, kernel):
    return np.convolve(x, kernel, "valid")
# %% right: weighted sum of shifted signals
def correlate1d(x, kernel):
    x = np.asarray(x)
    n = x.size - len(kernel) + 1
    return sum(w * x[shift:shift + n] for shift, w in enumerate(kernel))
