# %% wrong: group g reads every groups-th channel (g, g + groups, ...) instead of a block of neighbouring channels; shows when groups > 1 and each group has more than one channel
def grouped_conv2d(x, weight, bias, groups):
    kh, kw = weight.shape[2:]
    share = weight.shape[0] // groups
    maps = []
    for g in range(groups):
        part = x[:, g::groups]
        win = np.lib.stride_tricks.sliding_window_view(part, (kh, kw), axis=(2, 3))
        f = slice(g * share, (g + 1) * share)
        maps.append(np.einsum("nchwij,ocij->nohw", win, weight[f]) + bias[f][None, :, None, None])
    return np.concatenate(maps, axis=1)
# %% wrong: the maps of the groups are interleaved (one from each group in turn) instead of joined block after block; shows when groups > 1 and each group has more than one filter
def grouped_conv2d(x, weight, bias, groups):
    N, _, H, W = x.shape
    C_out, depth, K_H, K_W = weight.shape
    per = C_out // groups
    outs = []
    for g in range(groups):
        xin = x[:, g * depth:(g + 1) * depth]
        out = np.zeros((N, per, H - K_H + 1, W - K_W + 1))
        for o in range(per):
            for i in range(out.shape[2]):
                for j in range(out.shape[3]):
                    patch = xin[:, :, i:i + K_H, j:j + K_W]
                    out[:, o, i, j] = (patch * weight[g * per + o]).sum(axis=(1, 2, 3)) + bias[g * per + o]
        outs.append(out)
    return np.stack(outs, axis=2).reshape(N, C_out, H - K_H + 1, W - K_W + 1)
# %% wrong: the bias is never added; shows unless it is 0
def grouped_conv2d(x, weight, bias, groups):
    o_total, depth, kh, kw = weight.shape
    h, w = x.shape[2] - kh + 1, x.shape[3] - kw + 1
    y = np.zeros((x.shape[0], o_total, h, w))
    for o in range(o_total):
        g = o // (o_total // groups)
        for d in range(depth):
            for i in range(kh):
                for j in range(kw):
                    y[:, o] += weight[o, d, i, j] * x[:, g * depth + d, i:i + h, j:j + w]
    return y
# %% wrong: each group gets as many filters as it has channels (C_in // groups) instead of C_out // groups; shows when C_out is not C_in
def grouped_conv2d(x, weight, bias, groups):
    depth = weight.shape[1]
    size = weight.shape[2:]
    result = []
    for g in range(groups):
        a, b = g * depth, (g + 1) * depth  # my channels and my filters
        windows = np.lib.stride_tricks.sliding_window_view(x[:, a:b], size, axis=(2, 3))
        one = np.einsum("nchwij,ocij->nohw", windows, weight[a:b])
        result.append(one + bias[a:b].reshape(-1, 1, 1))
    return np.concatenate(result, axis=1)
# %% right: the weight is spread into a full one with zeros between the groups, then one ordinary convolution
def grouped_conv2d(x, weight, bias, groups):
    c_out, depth, k_h, k_w = weight.shape
    full = np.zeros((c_out, depth * groups, k_h, k_w))
    for o, one in enumerate(weight):
        start = o * groups // c_out * depth
        full[o, start:start + depth] = one
    windows = np.lib.stride_tricks.sliding_window_view(x, (k_h, k_w), axis=(2, 3))
    answer = np.tensordot(windows, full, axes=([1, 4, 5], [1, 2, 3]))
    return np.moveaxis(answer + bias, 3, 1)
