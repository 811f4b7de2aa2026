# %% wrong: two mistakes: the kernel is turned (true convolution instead of cross-correlation), and the bias is not added
def conv1d(x, weight, bias):
    n, c_in, length = x.shape
    c_out, _, k = weight.shape
    y = np.zeros((n, c_out, length - k + 1))
    for image in range(n):
        for o in range(c_out):
            for c in range(c_in):
                y[image, o] += np.convolve(x[image, c], weight[o, c], "valid")
    return y
# %% wrong: the bias is added inside of the loop over the channels, so it counts C_in times
def conv1d(x, weight, bias):
    N, C_in, L = x.shape
    C_out, _, K = weight.shape
    out = np.zeros((N, C_out, L - K + 1))
    for n in range(N):
        for o in range(C_out):
            for c in range(C_in):
                for t in range(L - K + 1):
                    out[n, o, t] += np.sum(x[n, c, t : t + K] * weight[o, c]) + bias[o]
    return out
# %% wrong: the bias is added along the time axis instead of the filter axis: ValueError (broadcast) unless L - K + 1 happens to equal C_out or C_out is 1
def conv1d(x, weight, bias):
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2], axis=2)
    return np.einsum("nctk,ock->not", windows, weight) + bias
# %% wrong: one output too few: the last window is left out, the length is L - K
def conv1d(x, weight, bias):
    k = weight.shape[-1]
    moments = [np.tensordot(x[:, :, t : t + k], weight, axes=([1, 2], [1, 2])) + bias
               for t in range(x.shape[-1] - k)]
    return np.stack(moments, axis=-1)
# %% right: one matrix product for each tap, on a shifted copy of the signal
def conv1d(x, weight, bias):
    taps = weight.shape[2]
    length = x.shape[2] - taps + 1
    products = (weight[:, :, k] @ x[:, :, k : k + length] for k in range(taps))
    return sum(products, start=np.asarray(bias, float).reshape(1, -1, 1))
