# %% wrong: a window starts at every value, also at the last ones, where it is cut off: ValueError for kernels of 3 and more, one value too many for a kernel of 2
def correlate1d(x, kernel):
    result = []
    for i in range(len(x)):
        result.append(np.sum(x[i:i + len(kernel)] * kernel))
    return np.array(result)
# %% wrong: the output has the type of x: a signal of whole numbers cuts off the fractions of the sums
def correlate1d(x, kernel):
    n = len(x) - len(kernel) + 1
    y = np.zeros_like(x[:n])
    for i in range(n):
        y[i] = np.dot(x[i:i + len(kernel)], kernel)
    return y
# %% wrong: product of the Fourier transforms without the complex conjugate: a circular convolution, turned kernel and wrapped at the start
def correlate1d(x, kernel):
    size = len(x)
    spectrum = np.fft.fft(x) * np.fft.fft(kernel, size)
    y = np.real(np.fft.ifft(spectrum))
    return y[:size - len(kernel) + 1]
# %% wrong: two mistakes: the sum is not set back to 0 between the windows (running totals), and the last window is missing
def correlate1d(x, kernel):
    out = []
    total = 0
    for start in range(len(x) - len(kernel)):
        for k in range(len(kernel)):
            total += x[start + k] * kernel[k]
        out.append(total)
    return out
# %% right: sum of shifted copies of the signal, one for each weight
def correlate1d(x, kernel):
    n = len(x) - len(kernel) + 1
    y = np.zeros(n)
    for k, weight in enumerate(kernel):
        y = y + weight * np.asarray(x)[k:k + n]
    return y
