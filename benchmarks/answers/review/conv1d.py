# %% wrong: the bias is added along time (ValueError unless C_out is the output's length or 1)
def conv1d(x, weight, bias):
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2], axis=2)
    return np.einsum("ncik,ock->noi", windows, weight) + bias
# %% wrong: the kernels are flipped, as in causal_filter
def conv1d(x, weight, bias):
    flipped = weight[:, :, ::-1]
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2], axis=2)
    return np.einsum("ncik,ock->noi", windows, flipped) + bias[:, None]
# %% wrong: the channels overwrite each other (= in place of +=), only the last one counts
def conv1d(x, weight, bias):
    n, c_in, length = x.shape
    c_out, _, k = weight.shape
    out = np.zeros((n, c_out, length - k + 1))
    for image in range(n):
        for f in range(c_out):
            for c in range(c_in):
                out[image, f] = np.correlate(x[image, c], weight[f, c], "valid") + bias[f]
    return out
