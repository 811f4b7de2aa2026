# %% wrong: the bias is added with the index of the filter inside its group (bias[j] instead of bias[g * per_group + j]), so every group gets the biases of the first group
def grouped_conv2d(x, weight, bias, groups):
    N, C_in, H, W = x.shape
    C_out, depth, KH, KW = weight.shape
    per = C_out // groups
    out = np.zeros((N, C_out, H - KH + 1, W - KW + 1))
    for g in range(groups):
        for j in range(per):
            o = g * per + j
            for r in range(out.shape[2]):
                for c in range(out.shape[3]):
                    win = x[:, g * depth:(g + 1) * depth, r:r + KH, c:c + KW]
                    out[:, o, r, c] = (win * weight[o]).sum(axis=(1, 2, 3)) + bias[j]
    return out
# %% wrong: the filters are dealt out to the groups in turn (weight[g::groups]) instead of in consecutive blocks, so with more than one group filters meet the wrong channels and the output maps stand in the wrong order (correct only for 1 group or one filter for each group)
def grouped_conv2d(x, weight, bias, groups):
    depth, kh, kw = weight.shape[1:]
    maps = []
    for g in range(groups):
        part = x[:, g * depth:(g + 1) * depth]
        w = weight[g::groups]
        windows = np.lib.stride_tricks.sliding_window_view(part, (kh, kw), axis=(2, 3))
        maps.append(np.einsum("nchwij,ocij->nohw", windows, w) + bias[g::groups][:, None, None])
    return np.concatenate(maps, axis=1)
# %% wrong: two mistakes: the group's slice of the channels starts at g instead of g * depth (x[:, g : g + depth]), so later groups read the wrong, overlapping channels (right only for 1 group or depthwise), and the bias is never added
def grouped_conv2d(x, weight, bias, groups):
    n, c_in, h, w = x.shape
    c_out, depth, k_h, k_w = weight.shape
    share = c_out // groups
    result = np.zeros((n, c_out, h - k_h + 1, w - k_w + 1))
    for g in range(groups):
        filters = slice(g * share, (g + 1) * share)
        for u in range(k_h):
            for v in range(k_w):
                piece = x[:, g:g + depth, u:u + h - k_h + 1, v:v + w - k_w + 1]
                result[:, filters] += np.einsum("nchw,oc->nohw", piece, weight[filters, :, u, v])
    return result
# %% wrong: the maps of the groups are added together instead of joined along the channel axis, so the result has only C_out / groups channels (the biases of the groups are summed as well)
def grouped_conv2d(x, weight, bias, groups):
    depth, kh, kw = weight.shape[1:]
    share = weight.shape[0] // groups
    total = 0
    for g in range(groups):
        windows = np.lib.stride_tricks.sliding_window_view(
            x[:, g * depth:(g + 1) * depth], (kh, kw), axis=(2, 3))
        f = weight[g * share:(g + 1) * share]
        b = bias[g * share:(g + 1) * share]
        total = total + np.einsum("nchwij,ocij->nohw", windows, f) + b[None, :, None, None]
    return total
# %% right: the groups are an axis of their own in one einsum
def grouped_conv2d(x, weight, bias, groups):
    n = x.shape[0]
    c_out, depth, kh, kw = weight.shape
    views = np.lib.stride_tricks.sliding_window_view(x, (kh, kw), axis=(2, 3))
    views = views.reshape(n, groups, depth, *views.shape[2:])
    filters = weight.reshape(groups, c_out // groups, depth, kh, kw)
    maps = np.einsum("ngdhwij,gfdij->ngfhw", views, filters)
    return maps.reshape(n, c_out, *maps.shape[3:]) + bias[:, None, None]
