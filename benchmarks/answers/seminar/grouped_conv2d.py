# %% wrong: the kernels are turned by 180 degrees; shows for every kernel that is not its own half turn
def grouped_conv2d(x, weight, bias, groups):
    weight = weight[:, :, ::-1, ::-1]
    depth = weight.shape[1]
    share = weight.shape[0] // groups
    kh, kw = weight.shape[2:]
    wins = np.lib.stride_tricks.sliding_window_view(x, (kh, kw), axis=(2, 3))
    maps = []
    for g in range(groups):
        maps.append(np.einsum("nchwij,ocij->nohw", wins[:, g * depth:(g + 1) * depth],
                              weight[g * share:(g + 1) * share]))
    return np.concatenate(maps, axis=1) + bias.reshape(1, -1, 1, 1)
# %% wrong: group g gets every groups-th channel (x[:, g::groups]), not a run of channels in order; shows where groups is above 1 and a group has two channels or more
def grouped_conv2d(x, weight, bias, groups):
    N, C_in, H, W = x.shape
    C_out, depth, K_H, K_W = weight.shape
    per_group = C_out // groups
    out = np.zeros((N, C_out, H - K_H + 1, W - K_W + 1))
    for g in range(groups):
        part = x[:, g::groups]
        for o in range(g * per_group, (g + 1) * per_group):
            for r in range(H - K_H + 1):
                for c in range(W - K_W + 1):
                    window = part[:, :, r:r + K_H, c:c + K_W]
                    out[:, o, r, c] = np.sum(window * weight[o], axis=(1, 2, 3)) + bias[o]
    return out
# %% wrong: every group gets the biases of the first group; shows where groups is above 1
def grouped_conv2d(x, weight, bias, groups):
    n_filters = weight.shape[0] // groups

    def conv(xg, wg, bg):
        H = xg.shape[2] - wg.shape[2] + 1
        W = xg.shape[3] - wg.shape[3] + 1
        y = np.zeros((xg.shape[0], wg.shape[0], H, W))
        for i in range(wg.shape[2]):
            for j in range(wg.shape[3]):
                y += np.einsum("nchw,oc->nohw", xg[:, :, i:i + H, j:j + W], wg[:, :, i, j])
        return y + bg[:, None, None]

    xs = np.split(x, groups, axis=1)
    ws = np.split(weight, groups, axis=0)
    return np.concatenate([conv(a, b, bias[:n_filters]) for a, b in zip(xs, ws)], axis=1)
# %% wrong: the maps of the groups are joined along the batch (axis 0), not along the channels; shows where groups is above 1
def grouped_conv2d(x, weight, bias, groups):
    d = weight.shape[1]
    f = len(weight) // groups
    w = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))
    res = [np.einsum("nchwkl,fckl->nfhw", w[:, g*d:g*d+d], weight[g*f:g*f+f])
           + bias[g*f:g*f+f, None, None] for g in range(groups)]
    return np.concatenate(res)
# %% right: x and weight get an axis for the groups, then a sum over the taps
def grouped_conv2d(x, weight, bias, groups):
    n, c_in, h, w = x.shape
    c_out, depth, kh, kw = weight.shape
    oh, ow = h - kh + 1, w - kw + 1
    xg = x.reshape(n, groups, depth, h, w)
    wg = weight.reshape(groups, c_out // groups, depth, kh, kw)
    total = 0
    for down, across in np.ndindex(kh, kw):
        shifted = xg[..., down:down + oh, across:across + ow]
        total = total + np.einsum("ngdhw,gfd->ngfhw", shifted, wg[..., down, across])
    return total.reshape(n, c_out, oh, ow) + np.asarray(bias)[None, :, None, None]
