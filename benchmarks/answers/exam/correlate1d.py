# %% wrong: the total is not set back to 0 for the next window
def correlate1d(x, kernel):
    output = np.zeros(len(x) - len(kernel) + 1)
    total = 0
    for i in range(len(output)):
        for k in range(len(kernel)):
            total += x[i + k] * kernel[k]
        output[i] = total
    return output

# %% wrong: the last window is left out
def correlate1d(x, kernel):
    result = []
    for i in range(len(x) - len(kernel)):
        result.append(np.sum(x[i : i + len(kernel)] * kernel))
    return np.array(result)

# %% wrong: the output is of whole numbers, fractions are cut off
def correlate1d(x, kernel):
    n = len(x) - len(kernel) + 1
    y = np.zeros(n, dtype=int)
    for i in range(n):
        y[i] = np.dot(x[i : i + len(kernel)], kernel)
    return y

# %% wrong: the window jumps by a whole kernel instead of one step
def correlate1d(x, kernel):
    K = len(kernel)
    return np.array([np.sum(x[i : i + K] * kernel) for i in range(0, len(x) - K + 1, K)])

# %% wrong: mode "same", zeros are read beyond the ends
def correlate1d(x, kernel):
    return np.correlate(x, kernel, mode="same")

# %% wrong: a window of two is written in, ValueError for other kernels
def correlate1d(x, kernel):
    output = np.zeros(len(x) - len(kernel) + 1)
    for i in range(len(output)):
        output[i] = (x[i : i + 2] * kernel).sum()
    return output

# %% right: one shifted copy of the signal per weight
def correlate1d(x, kernel):
    n = len(x) - len(kernel) + 1
    y = np.zeros(n)
    for k, w in enumerate(kernel):
        y += w * np.asarray(x[k : k + n])
    return y

# %% right: matrix of windows by index arithmetic
def correlate1d(x, kernel):
    places = np.arange(len(x) - len(kernel) + 1)[:, None] + np.arange(len(kernel))
    return x[places] @ kernel
