# %% wrong: np.convolve turns the kernel round (right for symmetrical kernels)
def correlate1d(x, kernel):
    return np.convolve(x, kernel, mode="valid")
# %% wrong: one window too few (W - K, without + 1)
def correlate1d(x, kernel):
    n = len(x) - len(kernel)
    return np.array([np.dot(x[i:i + len(kernel)], kernel) for i in range(n)])
# %% wrong: mode "same" pads with zeros: W numbers instead of W - K + 1
def correlate1d(x, kernel):
    return np.correlate(x, kernel, mode="same")
# %% wrong: the result has the dtype of x: integer signals with real kernels are cut off to whole numbers
def correlate1d(x, kernel):
    out = np.zeros(len(x) - len(kernel) + 1, dtype=x.dtype)
    for i in range(len(out)):
        out[i] = (x[i:i + len(kernel)] * kernel).sum()
    return out
# %% wrong: return stands inside the outer loop, so only the first window is computed
def correlate1d(x, kernel):
    K = len(kernel)
    y = np.zeros(len(x) - K + 1)
    for i in range(len(y)):
        for k in range(K):
            y[i] += x[i + k] * kernel[k]
        return y
# %% wrong: forgets the sum: a table of products, (W - K + 1, K)
def correlate1d(x, kernel):
    K = len(kernel)
    return np.array([x[i:i + K] * kernel for i in range(len(x) - K + 1)])
# %% right: shifted copies of x, one for each weight
def correlate1d(x, kernel):
    n = len(x) - len(kernel) + 1
    return sum(w * x[k:k + n] for k, w in enumerate(kernel))
