# %% wrong: true convolution, the kernel runs backwards, as in signal processing
def correlate1d(x, kernel):
    K = len(kernel)
    y = []
    for t in range(K - 1, len(x)):
        y.append(sum(kernel[k] * x[t - k] for k in range(K)))
    return np.array(y)
# %% wrong: windows lie side by side and do not overlap
def correlate1d(x, kernel):
    k = len(kernel)
    usable = len(x) // k * k
    return x[:usable].reshape(-1, k) @ kernel
# %% wrong: the results are stored in an array of x's type, so a fractional kernel on whole numbers is cut off
def correlate1d(x, kernel):
    result = np.empty(len(x) - len(kernel) + 1, dtype=x.dtype)
    for i, _ in enumerate(result):
        result[i] = (x[i:i + len(kernel)] * kernel).sum()
    return result
# %% wrong: the window begins one step too late and the first one is lost
def correlate1d(x, kernel):
    n = len(x) - len(kernel)
    return np.array([np.dot(x[i:i + len(kernel)], kernel) for i in range(1, n + 1)])
# %% wrong: two mistakes: it prints the sums and returns nothing, and it stops one window early
def correlate1d(x, kernel):
    for i in range(len(x) - len(kernel)):
        print(np.dot(x[i:i + len(kernel)], kernel))
# %% right: a Hankel-like index table and one matrix product
def correlate1d(x, kernel):
    starts = np.arange(len(x) - len(kernel) + 1)
    index = np.add.outer(starts, np.arange(len(kernel)))
    return np.asarray(x)[index] @ kernel
# %% right: shifted copies of the signal added tap by tap
def correlate1d(x, kernel):
    n = len(x) - len(kernel) + 1
    total = np.zeros(n)
    for tap, weight in enumerate(kernel):
        total = total + weight * np.asarray(x)[tap:tap + n]
    return total
