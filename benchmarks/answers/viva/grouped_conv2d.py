# %% wrong: two mistakes: group g gets every groups-th channel (x[:, g::groups]) instead of a block of neighbouring ones, and the bias is left out
def grouped_conv2d(x, weight, bias, groups):
    share = len(weight) // groups
    maps = []
    for g in range(groups):
        channels = x[:, g::groups]
        filters = weight[g * share : (g + 1) * share]
        windows = np.lib.stride_tricks.sliding_window_view(channels, weight.shape[2:], axis=(2, 3))
        maps.append(np.einsum("nchwij,fcij->nfhw", windows, filters))
    return np.concatenate(maps, axis=1)
# %% wrong: the filters are also cut into blocks of depth = C_in // groups instead of C_out // groups, right only when C_in equals C_out (or with one group and no more filters than channels)
def grouped_conv2d(x, weight, bias, groups):
    def conv(x, w, b):
        v = np.lib.stride_tricks.sliding_window_view(x, w.shape[2:], axis=(2, 3))
        return np.einsum("nchwij,fcij->nfhw", v, w) + b[:, None, None]

    depth = weight.shape[1]
    parts = [slice(g * depth, (g + 1) * depth) for g in range(groups)]
    return np.concatenate([conv(x[:, p], weight[p], bias[p]) for p in parts], axis=1)
# %% wrong: every group gets the biases of the first group
def grouped_conv2d(x, weight, bias, groups):
    n, c_in, H, W = x.shape
    c_out, depth, kh, kw = weight.shape
    per_group = c_out // groups
    out = np.zeros((n, c_out, H - kh + 1, W - kw + 1))
    for g in range(groups):
        for f in range(per_group):
            for r in range(H - kh + 1):
                for c in range(W - kw + 1):
                    window = x[:, g * depth : (g + 1) * depth, r : r + kh, c : c + kw]
                    value = np.sum(window * weight[g * per_group + f], axis=(1, 2, 3))
                    out[:, g * per_group + f, r, c] = value + bias[f]
    return out
# %% wrong: the maps of the groups are joined along axis 0, the batch, instead of the channels, so the shape is (N * groups, C_out // groups, ...)
def grouped_conv2d(x, weight, bias, groups):
    maps = []
    for xs, ws, bs in zip(np.split(x, groups, axis=1), np.split(weight, groups), np.split(bias, groups)):
        view = np.lib.stride_tricks.sliding_window_view(xs, ws.shape[2:], axis=(2, 3))
        maps.append(np.einsum("nchwij,fcij->nfhw", view, ws) + bs.reshape(-1, 1, 1))
    return np.concatenate(maps)
# %% right: an ordinary convolution with the weight written out as blocks among zeros
def grouped_conv2d(x, weight, bias, groups):
    c_out, depth, kh, kw = weight.shape
    full = np.zeros((c_out, x.shape[1], kh, kw))
    for f in range(c_out):
        first = f * groups // c_out * depth
        full[f, first : first + depth] = weight[f]
    h, w = x.shape[2] - kh + 1, x.shape[3] - kw + 1
    y = sum(np.einsum("fc,nchw->nfhw", full[:, :, i, j], x[:, :, i : i + h, j : j + w])
            for i in range(kh) for j in range(kw))
    return y + np.asarray(bias)[:, None, None]
