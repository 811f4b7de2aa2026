# %% wrong: np.convolve flips the kernel
def correlate1d(x, kernel):
    return np.convolve(x, kernel, mode="valid")
# %% wrong: np.correlate with mode same
def correlate1d(x, kernel):
    return np.correlate(x, kernel, "same")
# %% wrong: arguments of np.correlate swapped, the answer comes out backwards
def correlate1d(x, kernel):
    return np.correlate(kernel, x, mode="valid")
# %% wrong: buffer has the dtype of x
def correlate1d(x, kernel):
    K = kernel.shape[0]
    y = np.empty(x.shape[0] - K + 1, dtype=x.dtype)
    for t in range(y.shape[0]):
        y[t] = (x[t:t + K] * kernel).sum()
    return y
# %% wrong: divides by the kernel's length (a mean)
def correlate1d(x: np.ndarray, kernel: np.ndarray) -> np.ndarray:
    length = len(x) - len(kernel) + 1
    return np.array([np.mean(x[i:i + len(kernel)] * kernel) for i in range(length)])
# %% wrong: as_strided with the item size, wrong for an array that is not contiguous
def correlate1d(x, kernel):
    k = len(kernel)
    n = len(x) - k + 1
    if x.strides[0] < 0:
        x = x.copy()
    step = x.itemsize
    view = np.lib.stride_tricks.as_strided(x, shape=(n, k), strides=(step, step))
    return view.dot(kernel)
# %% wrong: recursion over the positions, too deep for a long signal
def correlate1d(x, kernel):
    def rest(i):
        if i + len(kernel) > len(x):
            return []
        return [float(np.sum(x[i:i + len(kernel)] * kernel))] + rest(i + 1)
    return np.array(rest(0))
# %% wrong: unrolled by two with a wrong end test, the last value stays 0 when the number of positions is even
def correlate1d(x, kernel):
    k = len(kernel)
    out = np.zeros(len(x) - k + 1)
    for i in range(0, len(out), 2):
        out[i] = x[i:i + k] @ kernel
        if i + 1 < len(out) - 1:
            out[i + 1] = x[i + 1:i + 1 + k] @ kernel
    return out
# %% right: npcorrelate
def correlate1d(x, kernel):
    return np.correlate(x, kernel, mode="valid")
# %% right: taps
def correlate1d(x, kernel):
    n = len(x) - len(kernel) + 1
    total = np.zeros(n)
    for k, w in enumerate(kernel):
        total = total + w * x[k:k + n]
    return total
