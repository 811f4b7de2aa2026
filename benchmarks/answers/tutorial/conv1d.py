# %% wrong: np.correlate is called with two-dimensional arrays (all channels at once): ValueError
def conv1d(x, weight, bias):
    out = []
    for signal in x:
        out.append([np.correlate(signal, filt, "valid") + b for filt, b in zip(weight, bias)])
    return np.array(out)
# %% wrong: np.convolve turns each kernel back to front; right for kernels that are symmetric
def conv1d(x, weight, bias):
    n, c_in, length = x.shape
    c_out, _, k = weight.shape
    y = np.zeros((n, c_out, length - k + 1))
    for i in range(n):
        for o in range(c_out):
            y[i, o] = bias[o]
            for c in range(c_in):
                y[i, o] += np.convolve(x[i, c], weight[o, c], mode="valid")
    return y
# %% wrong: windows are flattened time first and the weights channel first, so products pair the wrong numbers; right for one channel or a kernel of 1
def conv1d(x, weight, bias):
    c_out, c_in, k = weight.shape
    windows = np.lib.stride_tricks.sliding_window_view(x, k, axis=2)
    columns = windows.transpose(0, 2, 3, 1).reshape(len(x), -1, k * c_in)
    result = columns @ weight.reshape(c_out, -1).T + bias
    return result.transpose(0, 2, 1)
# %% wrong: two mistakes: the axes come out as (N, L - K + 1, C_out), and the bias is forgotten
def conv1d(x, weight, bias):
    k = weight.shape[2]
    steps = []
    for t in range(x.shape[2] - k + 1):
        steps.append(np.einsum("nck,ock->no", x[:, :, t:t + k], weight))
    return np.stack(steps, axis=1)
# %% right: one matrix product for each tap
def conv1d(x, weight, bias):
    taps = weight.shape[2]
    length = x.shape[2] - taps + 1
    return sum(weight[:, :, k] @ x[:, :, k:k + length] for k in range(taps)) + bias[:, None]
