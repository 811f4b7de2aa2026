# %% wrong: true convolution, the kernel is used back to front (np.convolve)
def correlate1d(x, kernel):
    return np.convolve(x, kernel, mode="valid")
# %% wrong: the output has the signal's type, so with whole numbers the fractions are cut off
def correlate1d(x, kernel):
    count = len(x) - len(kernel) + 1
    output = np.zeros(count, dtype=x.dtype)
    for i in range(count):
        output[i] = sum(x[i + k] * kernel[k] for k in range(len(kernel)))
    return output
# %% wrong: circular correlation: the kernel wraps round the end and W values come back instead of W - K + 1
def correlate1d(x, kernel):
    spectrum = np.fft.fft(x) * np.conj(np.fft.fft(kernel, len(x)))
    return np.fft.ifft(spectrum).real
# %% right: product with a banded matrix
def correlate1d(x, kernel):
    count = len(x) - len(kernel) + 1
    band = np.zeros((count, len(x)))
    for i in range(count):
        band[i, i : i + len(kernel)] = kernel
    return band @ x
