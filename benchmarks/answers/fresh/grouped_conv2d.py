# %% wrong: channels dealt in turn (x[:, g::groups]) instead of in blocks
def grouped_conv2d(x, weight, bias, groups):
    N, C, H, W = x.shape
    O, cg, kh, kw = weight.shape
    og = O // groups
    outs = []
    for g in range(groups):
        win = np.lib.stride_tricks.sliding_window_view(x[:, g::groups], (kh, kw), axis=(2, 3))
        outs.append(np.einsum("ncijuv,ocuv->noij", win, weight[g * og:(g + 1) * og]))
    return np.concatenate(outs, axis=1) + bias[:, None, None]
# %% wrong: filters weight[g::groups] and concatenated, output blocks mixed
def grouped_conv2d(x, weight, bias, groups):
    cg = weight.shape[1]
    win = np.lib.stride_tricks.sliding_window_view(x, weight.shape[2:], axis=(2, 3))
    parts = [np.einsum("ncijuv,ocuv->noij", win[:, g * cg:(g + 1) * cg], weight[g::groups]) for g in range(groups)]
    return np.concatenate(parts, axis=1) + bias[None, :, None, None]
# %% wrong: each filter is run over all groups and the answers summed
def grouped_conv2d(x, weight, bias, groups):
    N, C, H, W = x.shape
    O, cg, kh, kw = weight.shape
    oh, ow = H - kh + 1, W - kw + 1
    out = np.zeros((N, O, oh, ow))
    for o in range(O):
        for g in range(groups):
            for i in range(oh):
                for j in range(ow):
                    out[:, o, i, j] += np.sum(x[:, g * cg:(g + 1) * cg, i:i + kh, j:j + kw] * weight[o], axis=(1, 2, 3))
        out[:, o] += bias[o]
    return out
# %% wrong: group of the output channel o // groups instead of o // (C_out // groups)
def grouped_conv2d(x: np.ndarray, weight: np.ndarray, bias: np.ndarray, groups: int) -> np.ndarray:
    n, c_in, h, w = x.shape
    c_out, c_per_group, k_h, k_w = weight.shape
    h_out, w_out = h - k_h + 1, w - k_w + 1
    out = np.zeros((n, c_out, h_out, w_out))
    for o in range(c_out):
        g = min(o // groups, groups - 1)
        channels = x[:, g * c_per_group:(g + 1) * c_per_group]
        for i in range(h_out):
            for j in range(w_out):
                out[:, o, i, j] = np.sum(channels[:, :, i:i + k_h, j:j + k_w] * weight[o], axis=(1, 2, 3)) + bias[o]
    return out
# %% wrong: cuts the output blocks with C_in // groups too, right only when C_in equals C_out
def grouped_conv2d(x, weight, bias, groups):
    N, C, H, W = x.shape
    O, cg, kh, kw = weight.shape
    out = np.zeros((N, O, H - kh + 1, W - kw + 1))
    for g in range(groups):
        a, b = g * cg, (g + 1) * cg
        win = np.lib.stride_tricks.sliding_window_view(x[:, a:b], (kh, kw), axis=(2, 3))
        out[:, a:b] = np.einsum("ncijuv,ocuv->noij", win, weight[a:b])
    return out + bias.reshape(1, -1, 1, 1)
# %% wrong: depthwise as a special case reads channel o for filter o, wrong with several filters a channel
def grouped_conv2d(x, weight, bias, groups):
    N, C, H, W = x.shape
    O, cg, kh, kw = weight.shape
    win = np.lib.stride_tricks.sliding_window_view(x, (kh, kw), axis=(2, 3))
    if groups == C:
        outs = [np.einsum("nijuv,uv->nij", win[:, o % C], weight[o, 0]) for o in range(O)]
        return np.stack(outs, axis=1) + bias[:, None, None]
    og = O // groups
    outs = [np.einsum("ncijuv,ocuv->noij", win[:, g * cg:(g + 1) * cg], weight[g * og:(g + 1) * og]) for g in range(groups)]
    return np.concatenate(outs, axis=1) + bias[:, None, None]
# %% wrong: the biases of the first group are used in each group (index inside the group)
def grouped_conv2d(x, weight, bias, groups):
    N, C, H, W = x.shape
    O, cg, kh, kw = weight.shape
    og = O // groups
    out = np.zeros((N, O, H - kh + 1, W - kw + 1))
    for g in range(groups):
        for k in range(og):
            w = weight[g * og + k]
            for i in range(out.shape[2]):
                for j in range(out.shape[3]):
                    win = x[:, g * cg:(g + 1) * cg, i:i + kh, j:j + kw]
                    out[:, g * og + k, i, j] = (win * w).sum(axis=(1, 2, 3)) + bias[k]
    return out
# %% wrong: weight repeated over the groups to full channels, so that every filter reads every channel
def grouped_conv2d(x, weight, bias, groups):
    full = np.tile(weight, (1, groups, 1, 1))
    win = np.lib.stride_tricks.sliding_window_view(x, full.shape[2:], axis=(2, 3))
    return np.tensordot(win, full, axes=([1, 4, 5], [1, 2, 3])).transpose(0, 3, 1, 2) + bias[:, None, None]
# %% right: reshape
def grouped_conv2d(x, weight, bias, groups):
    N, C, H, W = x.shape
    O, cg, kh, kw = weight.shape
    win = np.lib.stride_tricks.sliding_window_view(x, (kh, kw), axis=(2, 3))
    win = win.reshape(N, groups, cg, H - kh + 1, W - kw + 1, kh, kw)
    w = weight.reshape(groups, O // groups, cg, kh, kw)
    out = np.einsum("ngcijuv,gocuv->ngoij", win, w)
    return out.reshape(N, O, H - kh + 1, W - kw + 1) + bias[:, None, None]
# %% right: loops
def grouped_conv2d(x, weight, bias, groups):
    N, C, H, W = x.shape
    O, cg, kh, kw = weight.shape
    oh, ow = H - kh + 1, W - kw + 1
    y = np.zeros((N, O, oh, ow))
    filters_each = O // groups
    for o in range(O):
        start = (o // filters_each) * cg
        for c in range(cg):
            for u in range(kh):
                for v in range(kw):
                    y[:, o] += weight[o, c, u, v] * x[:, start + c, u:u + oh, v:v + ow]
        y[:, o] += bias[o]
    return y
