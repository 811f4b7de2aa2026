# %% wrong: np.convolve flips the kernel in time; shows unless the kernels are symmetric
def conv1d(x, weight, bias):
    N, C, L = x.shape
    O, _, K = weight.shape
    out = np.zeros((N, O, L - K + 1))
    for n in range(N):
        for o in range(O):
            for c in range(C):
                out[n, o] += np.convolve(x[n, c], weight[o, c], "valid")
            out[n, o] += bias[o]
    return out
# %% wrong: the bias is added along the time axis, not along the filters; crashes unless L - K + 1 is C_out or one of them is 1
def conv1d(x, weight, bias):
    win = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2], axis=2)
    y = np.einsum("nclk,ock->nol", win, weight)
    return y + bias
# %% wrong: only the first signal of the batch is filtered, the others get its result; shows with two signals or more
def conv1d(x, weight, bias):
    c_out, c_in, k = weight.shape
    steps = x.shape[2] - k + 1
    y = np.zeros((len(x), c_out, steps))
    for t in range(steps):
        piece = x[0, :, t:t + k]
        y[:, :, t] = (weight * piece).sum(axis=(1, 2)) + bias
    return y
# %% wrong: two mistakes: the loop over time ends one step early (the last output stays 0), and the bias is added once for every input channel
def conv1d(x, weight, bias):
    batch, channels, length = x.shape
    filters, _, size = weight.shape
    result = np.zeros((batch, filters, length - size + 1))
    for f in range(filters):
        for ch in range(channels):
            for t in range(length - size):
                result[:, f, t] += x[:, ch, t:t + size] @ weight[f, ch] + bias[f]
    return result
# %% right: one matrix product of flattened weights with stacked windows
def conv1d(x, weight, bias):
    n, c_in, length = x.shape
    c_out, _, k = weight.shape
    steps = length - k + 1
    when = np.arange(k)[:, None] + np.arange(steps)
    columns = x[:, :, when].reshape(n, c_in * k, steps)
    return weight.reshape(c_out, c_in * k) @ columns + np.asarray(bias).reshape(c_out, 1)
