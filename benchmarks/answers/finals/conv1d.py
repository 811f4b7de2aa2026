# %% wrong: each filter sees one channel after the other, the channels stay as an axis of the answer
def conv1d(x, weight, bias):
    view = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2], axis=2)
    return np.einsum("nclk,fck->nfcl", view, weight) + bias[None, :, None, None]
# %% wrong: the kernel is reversed in time
def conv1d(x, weight, bias):
    n, c, length = x.shape
    f, _, k = weight.shape
    y = np.zeros((n, f, length - k + 1))
    for a in range(n):
        for o in range(f):
            for ch in range(c):
                y[a, o] += np.convolve(x[a, ch], weight[o, ch], "valid")
            y[a, o] += bias[o]
    return y
# %% wrong: bias is added to the time axis (shape (C_out,) against L_out), wrong or a ValueError
def conv1d(x, weight, bias):
    k = weight.shape[-1]
    steps = [np.tensordot(x[:, :, t:t + k], weight, ([1, 2], [1, 2])) for t in range(x.shape[2] - k + 1)]
    return np.stack(steps, axis=2) + bias
# %% right: np.correlate for each pair of channel and filter
def conv1d(x, weight, bias):
    return np.array([[sum(np.correlate(signal, kernel, "valid") for signal, kernel in zip(one, filt)) + b
                      for filt, b in zip(weight, bias)] for one in x])
