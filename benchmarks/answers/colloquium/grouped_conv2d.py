# %% wrong: the channels are dealt out in turn (group g reads g, g + groups, g + 2 * groups, ...) and not as consecutive blocks
def grouped_conv2d(x, weight, bias, groups):
    kh, kw = weight.shape[2:]
    share = weight.shape[0] // groups
    maps = []
    for g in range(groups):
        win = np.lib.stride_tricks.sliding_window_view(x[:, g::groups], (kh, kw), axis=(2, 3))
        maps.append(np.einsum("nchwij,ocij->nohw", win, weight[g * share:(g + 1) * share]))
    return np.concatenate(maps, axis=1) + bias[:, None, None]
# %% wrong: the filters of group g are taken from g * depth to (g + 1) * depth, with the number of input channels per group in place of the number of filters per group, so unless C_in equals C_out the groups get wrong filters, or a wrong number of them comes out and adding the bias raises ValueError
def grouped_conv2d(x, weight, bias, groups):
    N, C, H, W = x.shape
    depth, KH, KW = weight.shape[1:]
    maps = []
    for g in range(groups):
        part = slice(g * depth, (g + 1) * depth)
        windows = np.lib.stride_tricks.sliding_window_view(x[:, part], (KH, KW), axis=(2, 3))
        maps.append(np.einsum("nchwij,ocij->nohw", windows, weight[part]))
    return np.concatenate(maps, axis=1) + bias.reshape(1, -1, 1, 1)
# %% wrong: the maps of the groups are added up and not joined along the channels; each group's bias is added within its group, so the result has C_out // groups channels
def grouped_conv2d(x, weight, bias, groups):
    c_out, depth, kh, kw = weight.shape
    per = c_out // groups
    total = 0
    for g in range(groups):
        xs = x[:, g * depth:(g + 1) * depth]
        ws = weight[g * per:(g + 1) * per]
        bs = bias[g * per:(g + 1) * per]
        win = np.lib.stride_tricks.sliding_window_view(xs, (kh, kw), axis=(2, 3))
        total = total + np.einsum("nchwij,ocij->nohw", win, ws) + bs[:, None, None]
    return total
# %% wrong: every group gets the biases of the first group: bias[o] is indexed by the filter's number inside its group
def grouped_conv2d(x, weight, bias, groups):
    n, _, h, w = x.shape
    c_out, depth, kh, kw = weight.shape
    share = c_out // groups
    out = np.zeros((n, c_out, h - kh + 1, w - kw + 1))
    for g in range(groups):
        for o in range(share):
            for i in range(h - kh + 1):
                for j in range(w - kw + 1):
                    window = x[:, g * depth:(g + 1) * depth, i:i + kh, j:j + kw]
                    out[:, g * share + o, i, j] = (window * weight[g * share + o]).sum(axis=(1, 2, 3)) + bias[o]
    return out
# %% right: the group as an axis of its own, one einsum
def grouped_conv2d(x, weight, bias, groups):
    n, c, h, w = x.shape
    o, d, kh, kw = weight.shape
    win = np.lib.stride_tricks.sliding_window_view(x, (kh, kw), axis=(2, 3))
    win = win.reshape(n, groups, d, *win.shape[2:])
    filters = weight.reshape(groups, o // groups, d, kh, kw)
    y = np.einsum("ngdhwij,godij->ngohw", win, filters)
    return y.reshape(n, o, *y.shape[3:]) + np.asarray(bias)[:, None, None]
