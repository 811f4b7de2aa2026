# %% wrong: np.convolve turns the kernel
def correlate1d(x, kernel):
    return np.convolve(x, kernel, "valid")
# %% wrong: mode same
def correlate1d(x, kernel):
    return np.correlate(x, kernel, "same")
# %% wrong: last window lost
def correlate1d(x, kernel):
    return np.array([x[i:i + len(kernel)] @ kernel for i in range(len(x) - len(kernel))])
# %% wrong: output in x's dtype: fractions of the kernel are cut
def correlate1d(x, kernel):
    out = np.zeros(len(x) - len(kernel) + 1, dtype=x.dtype)
    for i in range(len(out)):
        out[i] = (x[i:i + len(kernel)] * kernel).sum()
    return out
# %% right: windows
def correlate1d(x, kernel):
    return np.lib.stride_tricks.sliding_window_view(x, len(kernel)) @ kernel
