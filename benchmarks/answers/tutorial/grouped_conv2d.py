# %% wrong: np.stack makes a new axis for the groups: (N, groups, C_out // groups, H, W) in place of maps joined along the channels
def grouped_conv2d(x, weight, bias, groups):
    depth, share = weight.shape[1], len(weight) // groups
    maps = []
    for g in range(groups):
        part = x[:, g * depth:(g + 1) * depth]
        filters = weight[g * share:(g + 1) * share]
        view = np.lib.stride_tricks.sliding_window_view(part, weight.shape[2:], axis=(2, 3))
        maps.append(np.einsum("nchwij,ocij->nohw", view, filters)
                    + bias[g * share:(g + 1) * share, None, None])
    return np.stack(maps, axis=1)
# %% wrong: each group gets as many filters as it has input channels; right where C_in equals C_out, too few maps or IndexError otherwise
def grouped_conv2d(x, weight, bias, groups):
    n, c_in, h, w = x.shape
    depth = c_in // groups
    kh, kw = weight.shape[2:]
    out = []
    for g in range(groups):
        lo, hi = g * depth, (g + 1) * depth
        for f in range(lo, hi):
            m = np.zeros((n, h - kh + 1, w - kw + 1))
            for i in range(kh):
                for j in range(kw):
                    m += np.einsum("nchw,c->nhw",
                                   x[:, lo:hi, i:i + h - kh + 1, j:j + w - kw + 1], weight[f, :, i, j])
            out.append(m + bias[f])
    return np.stack(out, axis=1)
# %% wrong: filter o is put into group o % groups in place of o // (C_out // groups): the filters are dealt out in turn, not in order
def grouped_conv2d(x, weight, bias, groups):
    n, _, h, w = x.shape
    c_out, depth, kh, kw = weight.shape
    out = np.zeros((n, c_out, h - kh + 1, w - kw + 1))
    for o in range(c_out):
        g = o % groups
        mine = x[:, g * depth:(g + 1) * depth]
        for r in range(out.shape[2]):
            for c in range(out.shape[3]):
                out[:, o, r, c] = (mine[:, :, r:r + kh, c:c + kw] * weight[o]).sum(axis=(1, 2, 3)) + bias[o]
    return out
# %% wrong: two mistakes: every group uses the first biases, bias[:share], and its maps are written to every groups-th output channel in place of one after the other
def grouped_conv2d(x, weight, bias, groups):
    share, depth = weight.shape[0] // groups, weight.shape[1]
    kh, kw = weight.shape[2:]
    y = np.zeros((len(x), weight.shape[0], x.shape[2] - kh + 1, x.shape[3] - kw + 1))
    for g in range(groups):
        windows = np.lib.stride_tricks.sliding_window_view(
            x[:, depth * g:depth * (g + 1)], (kh, kw), axis=(2, 3))
        y[:, g::groups] = np.einsum("nchwij,ocij->nohw", windows, weight[share * g:share * (g + 1)])
        y[:, g::groups] += bias[:share].reshape(1, -1, 1, 1)
    return y
# %% right: spreads the weight over all channels, zeros between the groups, one ordinary convolution
def grouped_conv2d(x, weight, bias, groups):
    c_out, depth, kh, kw = weight.shape
    wide = np.zeros((c_out, x.shape[1], kh, kw))
    for o in range(c_out):
        first = o // (c_out // groups) * depth
        wide[o, first:first + depth] = weight[o]
    view = np.lib.stride_tricks.sliding_window_view(x, (kh, kw), axis=(2, 3))
    return np.einsum("nchwij,ocij->nohw", view, wide) + np.reshape(bias, (-1, 1, 1))
