# %% wrong: true convolution, the taps are read from the back
def correlate1d(x, kernel):
    K = len(kernel)
    out = []
    for start in range(len(x) - K + 1):
        s = 0
        for tap in range(K):
            s += x[start + tap] * kernel[K - 1 - tap]
        out.append(s)
    return np.array(out)
# %% wrong: the last window is missing (range to L - K)
def correlate1d(x, kernel):
    K = len(kernel)
    return np.array([x[s : s + K] @ kernel for s in range(len(x) - K)])
# %% wrong: the full correlation, zeros on both sides
def correlate1d(x, kernel):
    return np.correlate(x, kernel, "full")
# %% wrong: first tap left out, the inner loop starts at 1
def correlate1d(x, kernel):
    out = np.zeros(len(x) - len(kernel) + 1)
    for s in range(len(out)):
        for tap in range(1, len(kernel)):
            out[s] += x[s + tap] * kernel[tap]
    return out
# %% wrong: sums the window and the kernel apart and multiplies the sums
def correlate1d(x, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(x, len(kernel))
    return windows.sum(axis=1) * kernel.sum()
# %% wrong: adds kernel and window instead of multiplying them
def correlate1d(x, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(x, len(kernel))
    return (windows + kernel).sum(axis=1)
# %% wrong: the output takes x's dtype (zeros_like), so integer signals lose fractions of a float kernel
def correlate1d(x, kernel):
    K = len(kernel)
    out = np.zeros_like(x[: len(x) - K + 1])
    for s in range(len(out)):
        out[s] = np.sum(x[s : s + K] * kernel)
    return out
# %% wrong: the mean of the kernel is taken away first
def correlate1d(x, kernel):
    return np.correlate(x, kernel - kernel.mean(), "valid")
# %% wrong: multiplies into the signal itself, the caller's x changes
def correlate1d(x, kernel):
    K = len(kernel)
    for s in range(len(x) - K + 1):
        x[s] = np.sum(x[s : s + K] * kernel)
    return x[: len(x) - K + 1]
# %% wrong: a window of fixed length 3
def correlate1d(x, kernel):
    return np.array([np.sum(x[s : s + 3] * kernel[:3]) for s in range(len(x) - 2)])
# %% wrong: returns the maximum of the response instead of the whole response
def correlate1d(x, kernel):
    return np.max(np.correlate(x, kernel, "valid"))
# %% wrong: TypeError, the size comes from a true division and is a float
def correlate1d(x, kernel):
    size = (len(x) - len(kernel) + 1) / 1
    out = np.zeros(size)
    for s in range(size):
        out[s] = np.sum(x[s : s + len(kernel)] * kernel)
    return out
# %% wrong: absolute values of the products are summed
def correlate1d(x, kernel):
    K = len(kernel)
    return np.array([np.abs(x[s : s + K] * kernel).sum() for s in range(len(x) - K + 1)])
# %% right: convolution with the turned kernel
def correlate1d(x, kernel):
    return np.convolve(x, kernel[::-1], "valid")
# %% right: recursion over the signal
def correlate1d(x, kernel):
    if len(x) < len(kernel):
        return np.zeros(0)
    first = float(np.dot(x[: len(kernel)], kernel))
    return np.concatenate([[first], correlate1d(x[1:], kernel)])
# %% right: while loop with plain Python sums
def correlate1d(x, kernel):
    out = []
    s = 0
    while s + len(kernel) <= len(x):
        out.append(sum(a * b for a, b in zip(x[s:], kernel)))
        s += 1
    return np.array(out)
# %% right: index matrix and einsum
def correlate1d(x, kernel):
    places = np.arange(len(x) - len(kernel) + 1)[:, None] + np.arange(len(kernel))
    return np.einsum("sk,k->s", x[places], kernel)
