# %% wrong: np.convolve flips every kernel, so it is a true convolution and not a cross-correlation; shows unless the kernels are symmetric
def conv1d(x, weight, bias):
    n, c_in, L = x.shape
    c_out, _, K = weight.shape
    y = np.zeros((n, c_out, L - K + 1))
    for b in range(n):
        for o in range(c_out):
            y[b, o] = sum(np.convolve(x[b, c], weight[o, c], "valid") for c in range(c_in)) + bias[o]
    return y
# %% wrong: the last window is left out, the output is L - K long instead of L - K + 1
def conv1d(x, weight, bias):
    N, _, L = x.shape
    C_out, _, K = weight.shape
    out = np.zeros((N, C_out, L - K))
    for t in range(L - K):
        out[:, :, t] = np.einsum("nck,ock->no", x[:, :, t:t + K], weight) + bias
    return out
# %% wrong: only the first input channel is read; right for one channel only
def conv1d(x, weight, bias):
    K = weight.shape[2]
    windows = np.lib.stride_tricks.sliding_window_view(x[:, 0], K, axis=1)
    y = np.einsum("ntk,ok->not", windows, weight[:, 0])
    return y + bias[:, None]
# %% wrong: the axes of the result are (N, L - K + 1, C_out), channels last; shows in the shape when C_out is not L - K + 1, else in the values
def conv1d(x, weight, bias):
    w = np.lib.stride_tricks.sliding_window_view(x, weight.shape[-1], axis=2)
    return np.tensordot(w, weight, axes=([1, 3], [1, 2])) + bias
# %% right: a matrix product for each place in the kernel
def conv1d(x, weight, bias):
    length = x.shape[2] - weight.shape[2] + 1
    start = np.zeros((x.shape[0], weight.shape[0], length)) + np.expand_dims(bias, 1)
    return sum((weight[:, :, k] @ x[:, :, k:k + length] for k in range(weight.shape[2])), start)
