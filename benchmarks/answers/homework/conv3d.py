# %% wrong: time reversed in the kernel
def conv3d(x, weight, bias):
    v = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], (2, 3, 4))
    return np.einsum("ncdhwijk,ocijk->nodhw", v, weight[:, :, ::-1]) + bias[:, None, None, None]
# %% wrong: bias[:, None, None]: lines up with the frames
def conv3d(x, weight, bias):
    v = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], (2, 3, 4))
    return np.einsum("ncdhwijk,ocijk->nodhw", v, weight) + bias[:, None, None]
# %% wrong: frame by frame, the frames' kernels summed: no sliding in time
def conv3d(x, weight, bias):
    v = np.lib.stride_tricks.sliding_window_view(x, weight.shape[3:], (3, 4))
    y = np.einsum("ncdhwjk,ocjk->nodhw", v, weight.sum(axis=2)) + bias[:, None, None, None]
    return y[:, :, :x.shape[2] - weight.shape[2] + 1]
# %% wrong: no bias
def conv3d(x, weight, bias):
    v = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], (2, 3, 4))
    return np.einsum("ncdhwijk,ocijk->nodhw", v, weight)
# %% right: einsum
def conv3d(x, weight, bias):
    v = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], (2, 3, 4))
    return np.einsum("ncdhwijk,ocijk->nodhw", v, weight) + bias[:, None, None, None]
