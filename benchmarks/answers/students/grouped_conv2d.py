# %% wrong: every group reads the first channels of x (right for one group)
def grouped_conv2d(x, weight, bias, groups):
    O, Cg, KH, KW = weight.shape
    v = np.lib.stride_tricks.sliding_window_view(x[:, :Cg], (KH, KW), axis=(2, 3))
    return np.einsum("ncijuv,ocuv->noij", v, weight) + bias[:, None, None]
# %% wrong: filter o belongs to group o % groups (dealt out in turn) instead of o // filters per group
def grouped_conv2d(x, weight, bias, groups):
    O, Cg, KH, KW = weight.shape
    H, W = x.shape[2] - KH + 1, x.shape[3] - KW + 1
    out = np.zeros((len(x), O, H, W))
    for o in range(O):
        g = o % groups
        part = x[:, g * Cg:(g + 1) * Cg]
        for u in range(KH):
            for v in range(KW):
                out[:, o] += np.einsum("nchw,c->nhw", part[:, :, u:u + H, v:v + W], weight[o, :, u, v])
    return out + bias[:, None, None]
# %% wrong: the channels of a group are every groups-th one: x[:, g::groups] (right for one group or one channel a group)
def grouped_conv2d(x, weight, bias, groups):
    O, Cg, KH, KW = weight.shape
    n = O // groups
    parts = []
    for g in range(groups):
        v = np.lib.stride_tricks.sliding_window_view(x[:, g::groups], (KH, KW), axis=(2, 3))
        parts.append(np.einsum("ncijuv,ocuv->noij", v, weight[g * n:(g + 1) * n]))
    return np.concatenate(parts, axis=1) + bias[:, None, None]
# %% wrong: adds the groups' outputs up instead of putting them side by side: (N, C_out / groups, ...)
def grouped_conv2d(x, weight, bias, groups):
    O, Cg, KH, KW = weight.shape
    n = O // groups
    total = 0
    for g in range(groups):
        v = np.lib.stride_tricks.sliding_window_view(x[:, g * Cg:(g + 1) * Cg], (KH, KW), axis=(2, 3))
        total = total + np.einsum("ncijuv,ocuv->noij", v, weight[g * n:(g + 1) * n]) + bias[g * n:(g + 1) * n, None, None]
    return total
# %% wrong: only depthwise: filter o reads channel o (right when groups == C_in == C_out; index error or wrong otherwise)
def grouped_conv2d(x, weight, bias, groups):
    O, Cg, KH, KW = weight.shape
    H, W = x.shape[2] - KH + 1, x.shape[3] - KW + 1
    out = np.zeros((len(x), O, H, W))
    for o in range(O):
        for i in range(H):
            for j in range(W):
                out[:, o, i, j] = (x[:, o, i:i + KH, j:j + KW] * weight[o, 0]).sum(axis=(1, 2)) + bias[o]
    return out
# %% wrong: joins the groups along the batch (axis 0) instead of along the channels
def grouped_conv2d(x, weight, bias, groups):
    kh, kw = weight.shape[2:]
    results = []
    for xg, wg, bg in zip(np.split(x, groups, axis=1), np.split(weight, groups), np.split(bias, groups)):
        v = np.lib.stride_tricks.sliding_window_view(xg, (kh, kw), axis=(2, 3))
        results.append(np.einsum("ncijuv,ocuv->noij", v, wg) + bg[:, None, None])
    return np.concatenate(results)
# %% right: groups as an axis of its own in one einsum
def grouped_conv2d(x, weight, bias, groups):
    o, cg, kh, kw = weight.shape
    n, _, h, w = x.shape
    v = np.lib.stride_tricks.sliding_window_view(x.reshape(n, groups, cg, h, w), (kh, kw), axis=(3, 4))
    y = np.einsum("ngcijuv,gocuv->ngoij", v, weight.reshape(groups, o // groups, cg, kh, kw))
    return y.reshape(n, o, h - kh + 1, w - kw + 1) + bias[:, None, None]
