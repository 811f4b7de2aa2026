# %% wrong: filters dealt out: filter o reads group o % groups
def grouped_conv2d(x, weight, bias, groups):
    def conv(a, w, s=1, p=1):
        a = np.pad(a, ((0, 0), (0, 0), (p, p), (p, p)))
        v = np.lib.stride_tricks.sliding_window_view(a, w.shape[2:], (2, 3))[:, :, ::s, ::s]
        return np.einsum("nchwij,ocij->nohw", v, w)
    c = weight.shape[1]
    return np.concatenate([conv(x[:, o % groups * c:(o % groups + 1) * c], weight[o:o + 1], 1, 0) + bias[o] for o in range(len(weight))], axis=1)
# %% wrong: channels strided x[:, g::groups]
def grouped_conv2d(x, weight, bias, groups):
    def conv(a, w, s=1, p=1):
        a = np.pad(a, ((0, 0), (0, 0), (p, p), (p, p)))
        v = np.lib.stride_tricks.sliding_window_view(a, w.shape[2:], (2, 3))[:, :, ::s, ::s]
        return np.einsum("nchwij,ocij->nohw", v, w)
    k = len(weight) // groups
    return np.concatenate([conv(x[:, g::groups], weight[g * k:g * k + k], 1, 0) for g in range(groups)], axis=1) + bias[:, None, None]
# %% wrong: the groups are added up, not put one behind the other
def grouped_conv2d(x, weight, bias, groups):
    def conv(a, w, s=1, p=1):
        a = np.pad(a, ((0, 0), (0, 0), (p, p), (p, p)))
        v = np.lib.stride_tricks.sliding_window_view(a, w.shape[2:], (2, 3))[:, :, ::s, ::s]
        return np.einsum("nchwij,ocij->nohw", v, w)
    k, c = len(weight) // groups, weight.shape[1]
    return sum(conv(x[:, g * c:g * c + c], weight[g * k:g * k + k], 1, 0) for g in range(groups)) + bias[:k, None, None]
# %% wrong: weight's input channels sliced by group, too: empty for the second group
def grouped_conv2d(x, weight, bias, groups):
    def conv(a, w, s=1, p=1):
        a = np.pad(a, ((0, 0), (0, 0), (p, p), (p, p)))
        v = np.lib.stride_tricks.sliding_window_view(a, w.shape[2:], (2, 3))[:, :, ::s, ::s]
        return np.einsum("nchwij,ocij->nohw", v, w)
    k, c = len(weight) // groups, weight.shape[1]
    return np.concatenate([conv(x[:, g * c:g * c + c], weight[g * k:g * k + k, g * c:g * c + c], 1, 0) for g in range(groups)], axis=1) + bias[:, None, None]
# %% right: concatenate
def grouped_conv2d(x, weight, bias, groups):
    def conv(a, w, s=1, p=1):
        a = np.pad(a, ((0, 0), (0, 0), (p, p), (p, p)))
        v = np.lib.stride_tricks.sliding_window_view(a, w.shape[2:], (2, 3))[:, :, ::s, ::s]
        return np.einsum("nchwij,ocij->nohw", v, w)
    k, c = len(weight) // groups, weight.shape[1]
    return np.concatenate([conv(x[:, g * c:g * c + c], weight[g * k:g * k + k], 1, 0) for g in range(groups)], axis=1) + bias[:, None, None]
