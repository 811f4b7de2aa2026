# %% wrong: forgets the bias
def conv1d(x, weight, bias):
    v = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2], axis=2)
    return np.einsum("nclk,ock->nol", v, weight)
# %% wrong: bias lines up with time (crash or wrong unless one filter)
def conv1d(x, weight, bias):
    v = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2], axis=2)
    return np.einsum("nclk,ock->nol", v, weight) + bias
# %% wrong: np.convolve turns the kernels round
def conv1d(x, weight, bias):
    N, C, L = x.shape
    O, _, K = weight.shape
    out = np.zeros((N, O, L - K + 1))
    for n in range(N):
        for o in range(O):
            for c in range(C):
                out[n, o] += np.convolve(x[n, c], weight[o, c], mode="valid")
            out[n, o] += bias[o]
    return out
# %% wrong: one output too few (range(L - K)); the last stays 0
def conv1d(x, weight, bias):
    N, C, L = x.shape
    O, _, K = weight.shape
    out = np.zeros((N, O, L - K + 1))
    for t in range(L - K):
        out[:, :, t] = np.einsum("nck,ock->no", x[:, :, t:t + K], weight) + bias
    return out
# %% wrong: the channels are not summed but averaged
def conv1d(x, weight, bias):
    N, C, L = x.shape
    O, _, K = weight.shape
    out = np.empty((N, O, L - K + 1))
    for o in range(O):
        for t in range(L - K + 1):
            out[:, o, t] = (x[:, :, t:t + K] * weight[o]).sum(axis=2).mean(axis=1) + bias[o]
    return out
# %% wrong: time before filters: (N, L - K + 1, C_out)
def conv1d(x, weight, bias):
    v = np.lib.stride_tricks.sliding_window_view(x, weight.shape[-1], axis=-1)
    return np.tensordot(v, weight, axes=((1, 3), (1, 2))) + bias
# %% right: a matrix product for each tap
def conv1d(x, weight, bias):
    n = x.shape[2] - weight.shape[2] + 1
    taps = [weight[:, :, k] @ x[:, :, k:k + n] for k in range(weight.shape[2])]
    return np.sum(taps, axis=0) + np.reshape(bias, (-1, 1))
