# %% wrong: the bias is added once for each input channel, so C_in times
def conv1d(x, weight, bias):
    N, C_in, L = x.shape
    C_out, _, K = weight.shape
    y = np.zeros((N, C_out, L - K + 1))
    for n in range(N):
        for o in range(C_out):
            for c in range(C_in):
                y[n, o] += np.correlate(x[n, c], weight[o, c], "valid") + bias[o]
    return y
# %% wrong: the kernel is turned round, because np.convolve computes a true convolution
def conv1d(x, weight, bias):
    out = []
    for signal in x:
        rows = []
        for kernels, b in zip(weight, bias):
            rows.append(sum(np.convolve(s, k, "valid") for s, k in zip(signal, kernels)) + b)
        out.append(rows)
    return np.array(out)
# %% wrong: the last output is missing: L - K outputs, not L - K + 1
def conv1d(x, weight, bias):
    n, _, length = x.shape
    filters, _, taps = weight.shape
    steps = length - taps
    result = np.zeros((n, filters, steps))
    for t in range(steps):
        window = x[:, :, t:t + taps]
        result[:, :, t] = np.tensordot(window, weight, axes=([1, 2], [1, 2])) + bias
    return result
# %% wrong: the bias has no axis for time, so it is added along time and not by filter: ValueError, unless the number of filters is 1 or happens to fit the number of outputs
def conv1d(x, weight, bias):
    win = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2], axis=2)
    return np.einsum("nclk,ock->nol", win, weight) + bias
# %% right: a sum over taps of matrix products
def conv1d(x, weight, bias):
    taps = weight.shape[2]
    count = x.shape[2] - taps + 1
    total = np.asarray(bias, float)[None, :, None]
    for u in range(taps):
        total = total + np.matmul(weight[:, :, u], x[:, :, u:u + count])
    return total
