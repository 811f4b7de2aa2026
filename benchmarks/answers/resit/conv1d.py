# %% wrong: np.convolve turns every kernel round (true convolution)
def conv1d(x, weight, bias):
    n, c_in, length = x.shape
    c_out, _, k = weight.shape
    output = np.zeros((n, c_out, length - k + 1))
    for i in range(n):
        for o in range(c_out):
            for c in range(c_in):
                output[i, o] += np.convolve(x[i, c], weight[o, c], "valid")
            output[i, o] += bias[o]
    return output
# %% wrong: sliding_window_view without axis=2 wants a window for every axis: ValueError
def conv1d(x, weight, bias):
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2])
    return np.einsum("nclk,ock->nol", windows, weight) + bias[:, None]
# %% wrong: unpacks the weight's shape in the wrong order (C_in first): IndexError where C_in and C_out differ
def conv1d(x, weight, bias):
    c_in, c_out, k = weight.shape
    n, _, length = x.shape
    y = np.zeros((n, c_out, length - k + 1))
    for o in range(c_out):
        for t in range(length - k + 1):
            for c in range(c_in):
                y[:, o, t] += x[:, c, t : t + k] @ weight[o, c]
        y[:, o] += bias[o]
    return y
# %% wrong: two mistakes: the bias is never added, and the last window is left out
def conv1d(x, weight, bias):
    k = weight.shape[-1]
    steps = x.shape[-1] - k
    moments = [np.einsum("nck,ock->no", x[..., t : t + k], weight) for t in range(steps)]
    return np.stack(moments, axis=-1)
# %% right: channel and tap as one axis of a matrix product
def conv1d(x, weight, bias):
    n, c_in, length = x.shape
    c_out, _, k = weight.shape
    steps = length - k + 1
    shifted = np.stack([x[:, :, tap : tap + steps] for tap in range(k)], axis=2)
    return weight.reshape(c_out, c_in * k) @ shifted.reshape(n, c_in * k, steps) + bias[:, None]
