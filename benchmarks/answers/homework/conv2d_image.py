# %% wrong: weight[o, 0] only
def conv2d_image(x, weight, bias):
    v = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], (1, 2))
    return np.einsum("chwij,oij->ohw", v, weight[:, 0]) + bias[:, None, None]
# %% wrong: bias along the width
def conv2d_image(x, weight, bias):
    v = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], (1, 2))
    return np.einsum("chwij,ocij->ohw", v, weight) + bias
# %% wrong: channels last out
def conv2d_image(x, weight, bias):
    v = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], (1, 2))
    return np.einsum("chwij,ocij->hwo", v, weight) + bias
# %% wrong: channels not summed
def conv2d_image(x, weight, bias):
    v = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], (1, 2))
    return np.einsum("chwij,ocij->ochw", v, weight) + bias[:, None, None, None]
# %% right: einsum
def conv2d_image(x, weight, bias):
    v = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], (1, 2))
    return np.einsum("chwij,ocij->ohw", v, weight) + bias[:, None, None]
