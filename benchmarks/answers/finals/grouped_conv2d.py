# %% wrong: filters are dealt out, filter f belongs to group f % groups
def grouped_conv2d(x, weight, bias, groups):
    out_c, depth, kh, kw = weight.shape
    n, _, h, w = x.shape
    y = np.zeros((n, out_c, h - kh + 1, w - kw + 1))
    for f in range(out_c):
        g = f % groups
        part = x[:, g * depth:(g + 1) * depth]
        for i in range(y.shape[2]):
            for j in range(y.shape[3]):
                y[:, f, i, j] = (part[:, :, i:i + kh, j:j + kw] * weight[f]).sum(axis=(1, 2, 3)) + bias[f]
    return y
# %% wrong: every group reads the first channels, the slice of x does not move on
def grouped_conv2d(x, weight, bias, groups):
    depth = x.shape[1] // groups
    share = weight.shape[0] // groups
    maps = []
    for g in range(groups):
        w = weight[g * share:(g + 1) * share]
        v = np.lib.stride_tricks.sliding_window_view(x[:, :depth], w.shape[2:], axis=(2, 3))
        maps.append(np.einsum("nchwij,fcij->nfhw", v, w))
    return np.concatenate(maps, axis=1) + bias[:, None, None]
# %% wrong: the maps of the groups are added up instead of joined along the channels
def grouped_conv2d(x, weight, bias, groups):
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))
    total = 0
    for w, v in zip(np.split(weight, groups), np.split(windows, groups, axis=1)):
        total = total + np.einsum("nchwij,fcij->nfhw", v, w)
    return total + bias[:total.shape[1]].reshape(1, -1, 1, 1)
# %% wrong: the channels of a group are every groups-th one, x[:, g::groups], not neighbours
def grouped_conv2d(x, weight, bias, groups):
    ws, bs = np.split(weight, groups), np.split(bias, groups)
    outs = []
    for g in range(groups):
        view = np.lib.stride_tricks.sliding_window_view(x[:, g::groups], weight.shape[2:], axis=(2, 3))
        outs.append(np.tensordot(view, ws[g], ([1, 4, 5], [1, 2, 3])).transpose(0, 3, 1, 2) + bs[g].reshape(-1, 1, 1))
    return np.concatenate(outs, axis=1)
# %% wrong: every group gets the biases of the first group
def grouped_conv2d(x, weight, bias, groups):
    per = len(weight) // groups
    maps = []
    for part, filters in zip(np.split(x, groups, axis=1), np.split(weight, groups)):
        view = np.lib.stride_tricks.sliding_window_view(part, filters.shape[2:], axis=(2, 3))
        maps.append(np.einsum("nchwij,fcij->nfhw", view, filters) + bias[:per].reshape(-1, 1, 1))
    return np.concatenate(maps, axis=1)
# %% right: groups as an axis of their own in one einsum
def grouped_conv2d(x, weight, bias, groups):
    n, c, h, w = x.shape
    f, d, kh, kw = weight.shape
    view = np.lib.stride_tricks.sliding_window_view(x.reshape(n, groups, d, h, w), (kh, kw), axis=(3, 4))
    maps = np.einsum("ngdhwij,gfdij->ngfhw", view, weight.reshape(groups, f // groups, d, kh, kw))
    return maps.reshape(n, f, h - kh + 1, w - kw + 1) + np.reshape(bias, (f, 1, 1))
# %% right: the grouped weight written out as a full one with zeros
def grouped_conv2d(x, weight, bias, groups):
    f, d, kh, kw = weight.shape
    full = np.zeros((f, x.shape[1], kh, kw))
    for k in range(f):
        g = k * groups // f
        full[k, g * d:(g + 1) * d] = weight[k]
    view = np.lib.stride_tricks.sliding_window_view(x, (kh, kw), axis=(2, 3))
    return np.einsum("nchwij,fcij->nfhw", view, full) + np.asarray(bias)[:, None, None]
