# %% wrong: true convolution, np.convolve turns the kernel round; shows when the kernel reads differently from back to front
def correlate1d(x, kernel):
    return np.convolve(x, kernel, mode="valid")
# %% wrong: the output has the type of x, so with whole numbers in x and fractions in the kernel the fractions are cut off
def correlate1d(x, kernel):
    K = len(kernel)
    out = np.zeros(len(x) - K + 1, dtype=x.dtype)
    for i in range(len(out)):
        out[i] = np.sum(x[i:i + K] * kernel)
    return out
# %% wrong: mode "same" gives W values, also for windows that stick out; shows when the kernel is longer than 1
def correlate1d(x, kernel):
    y = np.correlate(x, kernel, "same")
    return y
# %% wrong: the last window is left out, W - K values
def correlate1d(x, kernel):
    ergebnis = []
    for start in range(len(x) - len(kernel)):
        s = 0
        for j in range(len(kernel)):
            s += x[start + j] * kernel[j]
        ergebnis.append(s)
    return np.array(ergebnis)
# %% right: a table of indices, then a matrix product
def correlate1d(x, kernel):
    x, kernel = np.asarray(x), np.asarray(kernel)
    starts = np.arange(x.size - kernel.size + 1)[:, None]
    return x[starts + np.arange(kernel.size)] @ kernel
