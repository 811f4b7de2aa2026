# %% wrong: kernel turned
def conv1d(x, weight, bias):
    v = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2], 2)
    return np.einsum("nclk,ock->nol", v, weight[:, :, ::-1]) + bias[:, None]
# %% wrong: bias along time
def conv1d(x, weight, bias):
    v = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2], 2)
    return np.einsum("nclk,ock->nol", v, weight) + bias
# %% wrong: (N, L, C_out)
def conv1d(x, weight, bias):
    v = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2], 2)
    return np.einsum("nclk,ock->nlo", v, weight) + bias
# %% wrong: only the last channel (overwritten in the loop)
def conv1d(x, weight, bias):
    v = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2], 2)
    return np.einsum("nlk,ok->nol", v[:, -1], weight[:, -1]) + bias[:, None]
# %% right: einsum
def conv1d(x, weight, bias):
    v = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2], 2)
    return np.einsum("nclk,ock->nol", v, weight) + bias[:, None]
