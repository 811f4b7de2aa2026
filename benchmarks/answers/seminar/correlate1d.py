# %% wrong: the output takes the dtype of the signal, so fractions are cut; shows for a signal of whole numbers with a kernel of fractions
def correlate1d(x, kernel):
    n = len(x) - len(kernel) + 1
    y = np.zeros(n, dtype=x.dtype)
    for i in range(n):
        y[i] = np.sum(x[i:i + len(kernel)] * kernel)
    return y
# %% wrong: the last window is left out, W - K outputs
def correlate1d(x, kernel):
    K = len(kernel)
    return np.array([np.dot(x[i:i + K], kernel) for i in range(len(x) - K)])
# %% wrong: the window moves by K and not by one step, and the outputs between stay 0; shows for K > 1 and more than one window
def correlate1d(x, kernel):
    k = kernel.size
    out = np.zeros(x.size - k + 1)
    pos = 0
    while pos < out.size:
        out[pos] = (x[pos:pos + k] * kernel).sum()
        pos += k   # next window
    return out
# %% wrong: two mistakes: the kernel is turned back to front, and the output is as long as the signal (mode "same")
def correlate1d(x, kernel):
    return np.convolve(x, kernel, mode="same")
# %% right: tap by tap, shifted copies of the signal added up
def correlate1d(x, kernel):
    length = len(x) - len(kernel) + 1
    total = np.zeros(length)
    for offset, weight in enumerate(kernel):
        total = total + weight * x[offset:offset + length]
    return total
