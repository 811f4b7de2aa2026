# %% wrong: two mistakes: the input channels are dealt out (every G-th one) in place of being cut into blocks, and the bias is forgotten
def grouped_conv2d(x, weight, bias, groups):
    share = len(weight) // groups
    maps = []
    for g in range(groups):
        windows = np.lib.stride_tricks.sliding_window_view(
            x[:, g::groups], weight.shape[2:], axis=(2, 3))
        maps.append(np.einsum("nchwij,fcij->nfhw", windows, weight[g * share : (g + 1) * share]))
    return np.concatenate(maps, axis=1)
# %% wrong: the filters are cut by the number of input channels of a group, not by C_out // groups, so the count is wrong where C_in and C_out differ
def grouped_conv2d(x, weight, bias, groups):
    depth = weight.shape[1]
    maps = []
    for g in range(groups):
        part = slice(g * depth, (g + 1) * depth)
        windows = np.lib.stride_tricks.sliding_window_view(
            x[:, part], weight.shape[2:], axis=(2, 3))
        maps.append(np.einsum("nchwij,fcij->nfhw", windows, weight[part])
                    + bias[part][:, None, None])
    return np.concatenate(maps, axis=1)
# %% wrong: every group uses the biases of the first group (counted within the group)
def grouped_conv2d(x, weight, bias, groups):
    c_out, depth, kh, kw = weight.shape
    n, _, h, w = x.shape
    per_group = c_out // groups
    output = np.zeros((n, c_out, h - kh + 1, w - kw + 1))
    for g in range(groups):
        part = x[:, g * depth : (g + 1) * depth]
        for f in range(per_group):
            for i in range(h - kh + 1):
                for j in range(w - kw + 1):
                    window = part[:, :, i : i + kh, j : j + kw]
                    total = (window * weight[g * per_group + f]).sum(axis=(1, 2, 3))
                    output[:, g * per_group + f, i, j] = total + bias[f]
    return output
# %% wrong: the groups' maps are stacked in front and reshaped, which mixes up images and groups where N > 1
def grouped_conv2d(x, weight, bias, groups):
    view = np.lib.stride_tricks.sliding_window_view
    parts = np.split(x, groups, axis=1)
    filters = np.split(weight, groups)
    maps = [np.einsum("nchwij,fcij->nfhw", view(part, weight.shape[2:], axis=(2, 3)), filter)
            for part, filter in zip(parts, filters)]
    n, _, h, w = maps[0].shape
    return np.array(maps).reshape(n, len(weight), h, w) + bias[:, None, None]
# %% right: one ordinary convolution whose weight is zero outside of the groups
def grouped_conv2d(x, weight, bias, groups):
    c_out, depth, kh, kw = weight.shape
    full = np.zeros((c_out, x.shape[1], kh, kw))
    for o in range(c_out):
        first = o * groups // c_out * depth
        full[o, first : first + depth] = weight[o]
    windows = np.lib.stride_tricks.sliding_window_view(x, (kh, kw), axis=(2, 3))
    output = np.tensordot(windows, full, axes=((1, 4, 5), (1, 2, 3))) + bias
    return output.transpose(0, 3, 1, 2)
