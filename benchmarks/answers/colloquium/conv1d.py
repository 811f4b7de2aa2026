# %% wrong: the kernel is flipped in time (weight[..., ::-1]), a true convolution and not a cross-correlation
def conv1d(x, weight, bias):
    win = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2], axis=2)
    return np.einsum("nclk,ock->nol", win, weight[..., ::-1]) + bias[:, None]
# %% wrong: the weight is averaged over the input channels, so every channel of a filter gets the same mean kernel and not its own
def conv1d(x, weight, bias):
    K = weight.shape[-1]
    kernels = weight.mean(axis=1)
    win = np.lib.stride_tricks.sliding_window_view(x.sum(axis=1), K, axis=1)
    return np.einsum("nlk,ok->nol", win, kernels) + bias.reshape(1, -1, 1)
# %% wrong: the loop over time stops one too early (range(L - K)), so the last output stays 0 in a correctly shaped result
def conv1d(x, weight, bias):
    N, C, L = x.shape
    F, _, K = weight.shape
    out = np.zeros((N, F, L - K + 1))
    for n in range(N):
        for f in range(F):
            for t in range(L - K):
                out[n, f, t] = np.sum(x[n, :, t:t + K] * weight[f]) + bias[f]
    return out
# %% wrong: the bias is added once for each input channel, so C_in times
def conv1d(x, weight, bias):
    n, c_in, length = x.shape
    c_out, _, size = weight.shape
    result = np.zeros((n, c_out, length - size + 1))
    for image in range(n):
        for filt in range(c_out):
            for channel in range(c_in):
                result[image, filt] += np.correlate(x[image, channel], weight[filt, channel], "valid") + bias[filt]
    return result
# %% right: one matrix product for each tap of the kernel
def conv1d(x, weight, bias):
    taps = weight.shape[2]
    steps = x.shape[2] - taps + 1
    y = np.asarray(bias, float)[:, None]
    for k in range(taps):
        y = y + weight[:, :, k] @ x[:, :, k:k + steps]
    return y
