# %% wrong: the bias is forgotten
def grouped_conv2d(x, weight, bias, groups):
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))
    parts = zip(np.split(windows, groups, axis=1), np.split(weight, groups))
    return np.concatenate([np.einsum("nchwij,fcij->nfhw", p, w) for p, w in parts], axis=1)
# %% wrong: every group reads the first block of input channels
def grouped_conv2d(x, weight, bias, groups):
    depth = weight.shape[1]
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))
    out = np.einsum("nchwij,fcij->nfhw", windows[:, :depth], weight)
    return out + np.reshape(bias, (-1, 1, 1))
# %% wrong: the channels are dealt out in turns (c % groups) and not in blocks
def grouped_conv2d(x, weight, bias, groups):
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))
    filters = np.split(weight, groups)
    maps = [np.einsum("nchwij,fcij->nfhw", windows[:, g::groups], filters[g]) for g in range(groups)]
    return np.concatenate(maps, axis=1) + np.reshape(bias, (-1, 1, 1))
# %% wrong: the filters are dealt out in turns (f % groups) and not in blocks
def grouped_conv2d(x, weight, bias, groups):
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))
    parts = np.split(windows, groups, axis=1)
    maps = [np.einsum("nchwij,cij->nhw", parts[f % groups], weight[f]) for f in range(len(weight))]
    return np.stack(maps, axis=1) + np.reshape(bias, (-1, 1, 1))
# %% wrong: the groups' maps are added up instead of put behind each other
def grouped_conv2d(x, weight, bias, groups):
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))
    parts = zip(np.split(windows, groups, axis=1), np.split(weight, groups))
    return sum(np.einsum("nchwij,fcij->nfhw", p, w) for p, w in parts) + np.mean(bias)
# %% wrong: the maps are concatenated along the batch axis
def grouped_conv2d(x, weight, bias, groups):
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))
    parts = zip(np.split(windows, groups, axis=1), np.split(weight, groups))
    biases = np.split(np.asarray(bias), groups)
    maps = [np.einsum("nchwij,fcij->nfhw", p, w) + b.reshape(-1, 1, 1)
            for (p, w), b in zip(parts, biases)]
    return np.concatenate(maps, axis=0)
# %% wrong: groups is ignored, right for groups=1 only (ValueError otherwise)
def grouped_conv2d(x, weight, bias, groups):
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))
    return np.einsum("nchwij,fcij->nfhw", windows, weight) + np.reshape(bias, (-1, 1, 1))
# %% wrong: the kernels are turned by 180 degrees
def grouped_conv2d(x, weight, bias, groups):
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))
    parts = zip(np.split(windows, groups, axis=1), np.split(weight[:, :, ::-1, ::-1], groups))
    maps = [np.einsum("nchwij,fcij->nfhw", p, w) for p, w in parts]
    return np.concatenate(maps, axis=1) + np.reshape(bias, (-1, 1, 1))
# %% wrong: the bias is indexed within the group, each group uses the first biases again
def grouped_conv2d(x, weight, bias, groups):
    c_out, depth, kh, kw = weight.shape
    per_group = c_out // groups
    out = np.zeros((len(x), c_out, x.shape[2] - kh + 1, x.shape[3] - kw + 1))
    for g in range(groups):
        part = x[:, g * depth : (g + 1) * depth]
        for f in range(per_group):
            for i in range(out.shape[2]):
                for j in range(out.shape[3]):
                    window = part[:, :, i : i + kh, j : j + kw]
                    total = np.sum(window * weight[g * per_group + f], axis=(1, 2, 3))
                    out[:, g * per_group + f, i, j] = total + bias[f]
    return out
# %% wrong: the weights are indexed within the group, each group uses the first filters again
def grouped_conv2d(x, weight, bias, groups):
    c_out, depth, kh, kw = weight.shape
    per_group = c_out // groups
    out = np.zeros((len(x), c_out, x.shape[2] - kh + 1, x.shape[3] - kw + 1))
    for g in range(groups):
        part = x[:, g * depth : (g + 1) * depth]
        for f in range(per_group):
            for i in range(out.shape[2]):
                for j in range(out.shape[3]):
                    window = part[:, :, i : i + kh, j : j + kw]
                    total = np.sum(window * weight[f], axis=(1, 2, 3))
                    out[:, g * per_group + f, i, j] = total + bias[g * per_group + f]
    return out
# %% wrong: the block of input channels starts at g instead of g * depth
def grouped_conv2d(x, weight, bias, groups):
    depth = weight.shape[1]
    filters = np.split(weight, groups)
    maps = []
    for g in range(groups):
        part = x[:, g : g + depth]
        view = np.lib.stride_tricks.sliding_window_view(part, weight.shape[2:], axis=(2, 3))
        maps.append(np.einsum("nchwij,fcij->nfhw", view, filters[g]))
    return np.concatenate(maps, axis=1) + np.reshape(bias, (-1, 1, 1))
# %% wrong: depthwise only, one input channel for each group (wrong for deeper groups)
def grouped_conv2d(x, weight, bias, groups):
    per_group = len(weight) // groups
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))
    maps = [np.einsum("nhwij,ij->nhw", windows[:, f // per_group], weight[f, 0])
            for f in range(len(weight))]
    return np.stack(maps, axis=1) + np.reshape(bias, (-1, 1, 1))
# %% wrong: the blocks of output channels come out in reverse order
def grouped_conv2d(x, weight, bias, groups):
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))
    maps = []
    for part, filters in zip(np.split(windows, groups, axis=1), np.split(weight, groups)):
        maps.insert(0, np.einsum("nchwij,fcij->nfhw", part, filters))
    return np.concatenate(maps, axis=1) + np.reshape(bias, (-1, 1, 1))
# %% wrong: TypeError, slices with C_in / groups, a float
def grouped_conv2d(x, weight, bias, groups):
    depth = x.shape[1] / groups
    filters = np.split(weight, groups)
    maps = []
    for g in range(groups):
        part = x[:, g * depth : (g + 1) * depth]
        view = np.lib.stride_tricks.sliding_window_view(part, weight.shape[2:], axis=(2, 3))
        maps.append(np.einsum("nchwij,fcij->nfhw", view, filters[g]))
    return np.concatenate(maps, axis=1) + np.reshape(bias, (-1, 1, 1))
# %% right: split and concatenate
def grouped_conv2d(x, weight, bias, groups):
    windows = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))
    parts = zip(np.split(windows, groups, axis=1), np.split(weight, groups))
    maps = [np.einsum("nchwij,fcij->nfhw", p, w) for p, w in parts]
    return np.concatenate(maps, axis=1) + np.reshape(bias, (-1, 1, 1))
# %% right: loops over filters and places
def grouped_conv2d(x, weight, bias, groups):
    c_out, depth, kh, kw = weight.shape
    per_group = c_out // groups
    out = np.zeros((len(x), c_out, x.shape[2] - kh + 1, x.shape[3] - kw + 1))
    for f in range(c_out):
        first = f // per_group * depth
        for i in range(out.shape[2]):
            for j in range(out.shape[3]):
                window = x[:, first : first + depth, i : i + kh, j : j + kw]
                out[:, f, i, j] = np.sum(window * weight[f], axis=(1, 2, 3)) + bias[f]
    return out
# %% right: an ordinary convolution with a weight that is 0 outside of the group
def grouped_conv2d(x, weight, bias, groups):
    c_out, depth, kh, kw = weight.shape
    full = np.zeros((c_out, x.shape[1], kh, kw))
    for f in range(c_out):
        g = f * groups // c_out
        full[f, g * depth : (g + 1) * depth] = weight[f]
    windows = np.lib.stride_tricks.sliding_window_view(x, (kh, kw), axis=(2, 3))
    return np.einsum("nchwij,fcij->nfhw", windows, full) + np.reshape(bias, (-1, 1, 1))
