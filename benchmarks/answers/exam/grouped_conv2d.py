# %% wrong: each group takes as many filters as it has channels, right only if C_in and C_out are equal
def grouped_conv2d(x, weight, bias, groups):
    depth = weight.shape[1]
    maps = []
    for g in range(groups):
        part = slice(g * depth, (g + 1) * depth)
        windows = np.lib.stride_tricks.sliding_window_view(x[:, part], weight.shape[2:], axis=(2, 3))
        maps.append(np.einsum("nchwij,ocij->nohw", windows, weight[part]) + bias[part, None, None])
    return np.concatenate(maps, axis=1)

# %% wrong: groups take every groups-th channel instead of neighbouring ones
def grouped_conv2d(x, weight, bias, groups):
    per = len(weight) // groups
    maps = []
    for g in range(groups):
        mine = slice(g * per, (g + 1) * per)
        windows = np.lib.stride_tricks.sliding_window_view(x[:, g::groups], weight.shape[2:], axis=(2, 3))
        maps.append(np.einsum("nchwij,ocij->nohw", windows, weight[mine]) + bias[mine, None, None])
    return np.concatenate(maps, axis=1)

# %% wrong: every group is given the biases of the first
def grouped_conv2d(x, weight, bias, groups):
    depth, per = weight.shape[1], len(weight) // groups
    maps = []
    for g in range(groups):
        inside = x[:, g * depth : (g + 1) * depth]
        filters = weight[g * per : (g + 1) * per]
        windows = np.lib.stride_tricks.sliding_window_view(inside, weight.shape[2:], axis=(2, 3))
        maps.append(np.einsum("nchwij,ocij->nohw", windows, filters) + bias[:per].reshape(1, -1, 1, 1))
    return np.concatenate(maps, axis=1)

# %% wrong: the group of a filter is o % groups, filters are dealt out instead of in order
def grouped_conv2d(x, weight, bias, groups):
    n = len(x)
    c_out, depth, kh, kw = weight.shape
    out = np.zeros((n, c_out, x.shape[2] - kh + 1, x.shape[3] - kw + 1))
    for o in range(c_out):
        g = o % groups
        part = x[:, g * depth : (g + 1) * depth]
        for r in range(out.shape[2]):
            for c in range(out.shape[3]):
                out[:, o, r, c] = (part[:, :, r : r + kh, c : c + kw] * weight[o]).sum(axis=(1, 2, 3)) + bias[o]
    return out

# %% wrong: the maps of the groups are joined along the batch, not the channels
def grouped_conv2d(x, weight, bias, groups):
    maps = []
    for xs, ws, bs in zip(np.split(x, groups, axis=1), np.split(weight, groups), np.split(bias, groups)):
        windows = np.lib.stride_tricks.sliding_window_view(xs, weight.shape[2:], axis=(2, 3))
        maps.append(np.einsum("nchwij,ocij->nohw", windows, ws) + bs[:, None, None])
    return np.concatenate(maps)

# %% wrong: np.split on the batch axis instead of the channels (ValueError or images split)
def grouped_conv2d(x, weight, bias, groups):
    maps = []
    for xs, ws, bs in zip(np.split(x, groups), np.split(weight, groups), np.split(bias, groups)):
        windows = np.lib.stride_tricks.sliding_window_view(xs, weight.shape[2:], axis=(2, 3))
        maps.append(np.einsum("nchwij,ocij->nohw", windows, ws) + bs[:, None, None])
    return np.concatenate(maps, axis=1)

# %% right: an ordinary weight with zeros where nothing is connected
def grouped_conv2d(x, weight, bias, groups):
    c_out, depth, kh, kw = weight.shape
    per = c_out // groups
    full = np.zeros((c_out, depth * groups, kh, kw))
    for o in range(c_out):
        g = o // per
        full[o, g * depth : (g + 1) * depth] = weight[o]
    windows = np.lib.stride_tricks.sliding_window_view(x, (kh, kw), axis=(2, 3))
    return np.einsum("nchwij,ocij->nohw", windows, full) + bias[:, None, None]

# %% right: the groups as an axis of their own
def grouped_conv2d(x, weight, bias, groups):
    n, c, h, w = x.shape
    c_out, depth, kh, kw = weight.shape
    xs = x.reshape(n, groups, depth, h, w)
    ws = weight.reshape(groups, c_out // groups, depth, kh, kw)
    windows = np.lib.stride_tricks.sliding_window_view(xs, (kh, kw), axis=(3, 4))
    out = np.einsum("ngchwij,gocij->ngohw", windows, ws)
    return out.reshape(n, c_out, h - kh + 1, w - kw + 1) + bias.reshape(-1, 1, 1)
