# %% wrong: group g gets every groups-th input channel (g, g + groups, ...) in place of consecutive ones; shows when there are at least 2 groups with at least 2 channels each
def grouped_conv2d(x, weight, bias, groups):
    share = weight.shape[0] // groups
    kh, kw = weight.shape[2:]
    maps = []
    for g in range(groups):
        part = x[:, g::groups]
        w = weight[g * share:(g + 1) * share]
        win = np.lib.stride_tricks.sliding_window_view(part, (kh, kw), axis=(2, 3))
        maps.append(np.einsum("nchwij,ocij->nohw", win, w))
    return np.concatenate(maps, axis=1) + bias[:, None, None]
# %% wrong: every group reads the channels of the first group; shows with 2 groups or more
def grouped_conv2d(x, weight, bias, groups):
    N, C, H, W = x.shape
    O, depth, KH, KW = weight.shape
    out = np.zeros((N, O, H - KH + 1, W - KW + 1))
    for o in range(O):
        for i in range(out.shape[2]):
            for j in range(out.shape[3]):
                window = x[:, :depth, i:i + KH, j:j + KW]
                out[:, o, i, j] = (window * weight[o]).sum(axis=(1, 2, 3)) + bias[o]
    return out
# %% wrong: the filters are shared out by the input depth (weight.shape[1]), not by C_out // groups; too few output maps when C_out is above C_in, filters at the wrong channels when it is below (2 groups or more), right when they are equal
def grouped_conv2d(x, weight, bias, groups):
    depth = weight.shape[1]
    results = []
    for g in range(groups):
        a, b = g * depth, (g + 1) * depth
        xs, ws, bs = x[:, a:b], weight[a:b], bias[a:b]
        windows = np.lib.stride_tricks.sliding_window_view(xs, ws.shape[2:], axis=(2, 3))
        y = np.tensordot(windows, ws, axes=([1, 4, 5], [1, 2, 3]))   # N, H, W, O
        results.append(y.transpose(0, 3, 1, 2) + bs.reshape(1, -1, 1, 1))
    return np.concatenate(results, axis=1)
# %% wrong: the bias of the group number (bias[g]) is added to all maps of the group, not each filter's own; shows when a group has more than one filter
def grouped_conv2d(x, weight, bias, groups):
    depth, filters = weight.shape[1], len(weight) // groups
    kh, kw = weight.shape[2], weight.shape[3]
    pieces = []
    for g in range(groups):
        for f in range(filters):
            kernel = weight[g * filters + f]
            one = 0
            for i in range(kh):
                for j in range(kw):
                    patch = x[:, g*depth:(g+1)*depth, i:x.shape[2]-kh+1+i, j:x.shape[3]-kw+1+j]
                    one = one + (patch * kernel[:, i, j][None, :, None, None]).sum(axis=1)
            pieces.append(one + bias[g])
    return np.stack(pieces, axis=1)
# %% right: a block-diagonal full weight, then an ordinary convolution tap by tap
def grouped_conv2d(x, weight, bias, groups):
    c_out, depth, kh, kw = weight.shape
    full = np.zeros((c_out, x.shape[1], kh, kw))
    for o in range(c_out):
        g = o * groups // c_out
        full[o, g * depth:(g + 1) * depth] = weight[o]
    rows, columns = x.shape[2] - kh + 1, x.shape[3] - kw + 1
    out = np.zeros((len(x), c_out, rows, columns)) + np.reshape(bias, (1, -1, 1, 1))
    for i, j in np.ndindex(kh, kw):
        out += np.einsum("nchw,oc->nohw", x[:, :, i:i + rows, j:j + columns], full[:, :, i, j])
    return out
