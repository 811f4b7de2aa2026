# %% wrong: the kernel is turned round, a true convolution
def correlate1d(x, kernel):
    return np.convolve(x, kernel, mode="valid")
# %% wrong: one window too few, L - K positions
def correlate1d(x, kernel):
    size = len(x) - len(kernel)
    output = np.zeros(size)
    for i in range(size):
        output[i] = np.sum(x[i : i + len(kernel)] * kernel)
    return output
# %% wrong: = instead of +=, only the last product of each window is kept
def correlate1d(x, kernel):
    size = len(x) - len(kernel) + 1
    output = np.zeros(size)
    for i in range(size):
        for k in range(len(kernel)):
            output[i] = x[i + k] * kernel[k]
    return output
# %% wrong: the output buffer is integer, fractions are cut off
def correlate1d(x, kernel):
    size = len(x) - len(kernel) + 1
    output = np.zeros(size, dtype=int)
    for i in range(size):
        output[i] = np.sum(x[i : i + len(kernel)] * kernel)
    return output
# %% wrong: same padding, the output is as long as the input
def correlate1d(x, kernel):
    return np.correlate(x, kernel, mode="same")
# %% wrong: divides by the kernel's length, an average of the products
def correlate1d(x, kernel):
    size = len(x) - len(kernel) + 1
    return np.array([np.mean(x[i : i + len(kernel)] * kernel) for i in range(size)])
# %% wrong: accumulates into np.empty, which is not set to 0
def correlate1d(x, kernel):
    size = len(x) - len(kernel) + 1
    output = np.empty(size)
    for i in range(size):
        for k in range(len(kernel)):
            output[i] += x[i + k] * kernel[k]
    return output
# %% wrong: the sum starts anew nowhere, so each output contains all earlier ones (running total)
def correlate1d(x, kernel):
    output = []
    total = 0.0
    for i in range(len(x) - len(kernel) + 1):
        for k in range(len(kernel)):
            total += x[i + k] * kernel[k]
        output.append(total)
    return np.array(output)
# %% wrong: IndexError, runs over all positions of x and reads behind the end
def correlate1d(x, kernel):
    output = np.zeros(len(x))
    for i in range(len(x)):
        for k in range(len(kernel)):
            output[i] += x[i + k] * kernel[k]
    return output
# %% wrong: arguments in the other order, kernel first
def correlate1d(kernel, x):
    size = len(x) - len(kernel) + 1
    output = np.zeros(size)
    for i in range(size):
        output[i] = np.dot(x[i : i + len(kernel)], kernel)
    return output
# %% wrong: the return is inside the loop, only the first position is computed
def correlate1d(x, kernel):
    size = len(x) - len(kernel) + 1
    output = np.zeros(size)
    for i in range(size):
        output[i] = np.sum(x[i : i + len(kernel)] * kernel)
        return output
# %% wrong: the windows do not overlap, they step by the kernel's length
def correlate1d(x, kernel):
    size = len(x) - len(kernel) + 1
    output = np.zeros(size)
    for i in range(0, size, len(kernel)):
        output[i] = np.sum(x[i : i + len(kernel)] * kernel)
    return output
# %% wrong: an IndexError at the end is swallowed, incomplete windows stay in the output (too long)
def correlate1d(x, kernel):
    output = np.zeros(len(x))
    for i in range(len(x)):
        try:
            for k in range(len(kernel)):
                output[i] += x[i + k] * kernel[k]
        except IndexError:
            pass
    return output
# %% right: a loop over the windows
def correlate1d(x, kernel):
    length = len(kernel)
    return np.array([np.dot(x[i : i + length], kernel) for i in range(len(x) - length + 1)])
# %% right: sliding windows times the kernel
def correlate1d(x, kernel):
    windows = np.lib.stride_tricks.sliding_window_view(x, len(kernel))
    return windows @ kernel
# %% right: np.correlate
def correlate1d(x, kernel):
    return np.correlate(x, kernel, mode="valid")
# %% right: one shifted slice of x for each tap
def correlate1d(x, kernel):
    size = x.shape[0] - kernel.shape[0] + 1
    output = np.zeros(size)
    for k in range(kernel.shape[0]):
        output = output + kernel[k] * x[k : k + size]
    return output
