# %% wrong: the bias is forgotten
def conv1d(x, weight, bias):
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2], axis=2)
    return np.einsum("nclk,fck->nfl", windows, weight)
# %% wrong: the kernels are turned round (true convolution)
def conv1d(x, weight, bias):
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2], axis=2)
    return np.einsum("nclk,fck->nfl", windows, weight[:, :, ::-1]) + np.reshape(bias, (-1, 1))
# %% wrong: one window too few, L - K
def conv1d(x, weight, bias):
    n, c, length = x.shape
    f, _, k = weight.shape
    out = np.zeros((n, f, length - k))
    for t in range(length - k):
        out[:, :, t] = np.tensordot(x[:, :, t : t + k], weight, ([1, 2], [1, 2])) + bias
    return out
# %% wrong: + bias without a reshape, it goes along the time axis
def conv1d(x, weight, bias):
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2], axis=2)
    return np.einsum("nclk,fck->nfl", windows, weight) + bias
# %% wrong: only channel 0 is read
def conv1d(x, weight, bias):
    windows = np.lib.stride_tricks.sliding_window_view(x[:, 0], weight.shape[2], axis=1)
    return np.einsum("nlk,fk->nfl", windows, weight[:, 0]) + np.reshape(bias, (-1, 1))
# %% wrong: the last channel overwrites the others, = for +=
def conv1d(x, weight, bias):
    n, c, length = x.shape
    f, _, k = weight.shape
    out = np.zeros((n, f, length - k + 1))
    for i in range(n):
        for j in range(f):
            for ch in range(c):
                out[i, j] = np.correlate(x[i, ch], weight[j, ch], "valid") + bias[j]
    return out
# %% wrong: the bias is added once for each input channel
def conv1d(x, weight, bias):
    n, c, length = x.shape
    f, _, k = weight.shape
    out = np.zeros((n, f, length - k + 1))
    for i in range(n):
        for j in range(f):
            for ch in range(c):
                out[i, j] += np.correlate(x[i, ch], weight[j, ch], "valid") + bias[j]
    return out
# %% wrong: padded to the same length
def conv1d(x, weight, bias):
    k = weight.shape[2]
    x = np.pad(x, ((0, 0), (0, 0), (k // 2, k - 1 - k // 2)))
    windows = np.lib.stride_tricks.sliding_window_view(x, k, axis=2)
    return np.einsum("nclk,fck->nfl", windows, weight) + np.reshape(bias, (-1, 1))
# %% wrong: the filters are summed away, one output channel only
def conv1d(x, weight, bias):
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2], axis=2)
    return np.einsum("nclk,fck->nl", windows, weight)[:, None] + np.sum(bias)
# %% wrong: the channels are kept apart, (N, C_out, C_in, L - K + 1)
def conv1d(x, weight, bias):
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2], axis=2)
    return np.einsum("nclk,fck->nfcl", windows, weight) + np.reshape(bias, (-1, 1, 1))
# %% wrong: the output is (N, L - K + 1, C_out), time before channels
def conv1d(x, weight, bias):
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2], axis=2)
    return np.einsum("nclk,fck->nlf", windows, weight) + bias
# %% wrong: the windows slide along the channels (axis 1) instead of time, the shape is wrong
def conv1d(x, weight, bias):
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[1], axis=1)
    return np.einsum("nclk,fkc->nfl", windows, weight) + np.reshape(bias, (-1, 1))
# %% wrong: C_in is used as the number of filters (IndexError, or maps that stay 0)
def conv1d(x, weight, bias):
    n, c, length = x.shape
    _, f, k = weight.shape
    out = np.zeros((n, weight.shape[0], length - k + 1))
    for i in range(n):
        for j in range(f):
            for ch in range(c):
                out[i, j] += np.correlate(x[i, ch], weight[j, ch], "valid")
            out[i, j] += bias[j]
    return out
# %% wrong: two mistakes: the kernels are turned round, and no bias
def conv1d(x, weight, bias):
    n, c, length = x.shape
    f, _, k = weight.shape
    out = np.zeros((n, f, length - k + 1))
    for i in range(n):
        for j in range(f):
            for ch in range(c):
                out[i, j] += np.convolve(x[i, ch], weight[j, ch], "valid")
    return out
# %% right: windows and einsum
def conv1d(x, weight, bias):
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2], axis=2)
    return np.einsum("nclk,fck->nfl", windows, weight) + np.reshape(bias, (-1, 1))
# %% right: np.correlate for each pair of channels
def conv1d(x, weight, bias):
    n, c, length = x.shape
    f, _, k = weight.shape
    out = np.zeros((n, f, length - k + 1))
    for i in range(n):
        for j in range(f):
            out[i, j] = bias[j] + sum(np.correlate(x[i, ch], weight[j, ch], "valid") for ch in range(c))
    return out
# %% right: a matrix product for each tap
def conv1d(x, weight, bias):
    size = x.shape[2] - weight.shape[2] + 1
    out = np.zeros((x.shape[0], weight.shape[0], size)) + np.reshape(bias, (-1, 1))
    for k in range(weight.shape[2]):
        out += weight[:, :, k] @ x[:, :, k : k + size]
    return out
