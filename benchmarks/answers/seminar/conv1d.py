# %% wrong: np.convolve flips the kernel; shows for every kernel that does not read the same both ways
def conv1d(x, weight, bias):
    N, C_in, L = x.shape
    C_out, _, K = weight.shape
    out = np.zeros((N, C_out, L - K + 1))
    for n in range(N):
        for o in range(C_out):
            for c in range(C_in):
                out[n, o] += np.convolve(x[n, c], weight[o, c], mode="valid")
            out[n, o] += bias[o]
    return out
# %% wrong: the bias is added once for each input channel; shows with two input channels or more
def conv1d(x, weight, bias):
    length = x.shape[2] - weight.shape[2] + 1
    y = np.zeros((x.shape[0], weight.shape[0], length))
    for o in range(weight.shape[0]):
        for c in range(weight.shape[1]):
            for t in range(length):
                y[:, o, t] += x[:, c, t:t + weight.shape[2]] @ weight[o, c] + bias[o]
    return y
# %% wrong: the last output is missing: L − K windows in place of L − K + 1
def conv1d(x, weight, bias):
    n, c, l = x.shape
    o, _, k = weight.shape
    out = np.empty((n, o, l - k))
    for t in range(l - k):
        out[:, :, t] = np.einsum("nck,ock->no", x[:, :, t:t + k], weight) + bias
    return out
# %% wrong: only the first input channel is read; shows with two input channels or more
def conv1d(x, weight, bias):
    windows = np.lib.stride_tricks.sliding_window_view(x[:, 0], weight.shape[-1], axis=1)
    return np.einsum("ntk,ok->not", windows, weight[:, 0]) + bias[:, None]
# %% right: a matrix product for each tap of the kernel
def conv1d(x, weight, bias):
    taps = weight.shape[2]
    steps = x.shape[2] - taps + 1
    parts = [weight[:, :, k] @ x[:, :, k:k + steps] for k in range(taps)]
    return sum(parts) + np.reshape(bias, (1, -1, 1))
