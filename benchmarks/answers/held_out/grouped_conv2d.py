# %% wrong: bias left out
def grouped_conv2d(x, weight, bias, groups):
    N, C, H, W = x.shape
    F, D, KH, KW = weight.shape
    out = np.zeros((N, F, H - KH + 1, W - KW + 1))
    for f in range(F):
        g = f // (F // groups)
        for i in range(KH):
            for j in range(KW):
                for d in range(D):
                    out[:, f] += weight[f, d, i, j] * x[:, g * D + d, i : i + out.shape[2], j : j + out.shape[3]]
    return out
# %% wrong: the group of a filter is f % groups instead of f // (C_out / groups)
def grouped_conv2d(x, weight, bias, groups):
    N, C, H, W = x.shape
    F, D, KH, KW = weight.shape
    out = np.zeros((N, F, H - KH + 1, W - KW + 1))
    for n, f, r, c in np.ndindex(out.shape):
        g = f % groups
        out[n, f, r, c] = np.vdot(x[n, g * D : (g + 1) * D, r : r + KH, c : c + KW], weight[f]) + bias[f]
    return out
# %% wrong: the group of a filter is f // groups, wrong unless C_out = groups²
def grouped_conv2d(x, weight, bias, groups):
    N, C, H, W = x.shape
    F, D, KH, KW = weight.shape
    out = np.zeros((N, F, H - KH + 1, W - KW + 1))
    for n, f, r, c in np.ndindex(out.shape):
        g = min(f // groups, groups - 1)
        out[n, f, r, c] = np.vdot(x[n, g * D : (g + 1) * D, r : r + KH, c : c + KW], weight[f]) + bias[f]
    return out
# %% wrong: input channels interleaved: channel d of group g is read at d * groups + g
def grouped_conv2d(x, weight, bias, groups):
    N, C, H, W = x.shape
    F, D, KH, KW = weight.shape
    out = np.zeros((N, F, H - KH + 1, W - KW + 1))
    for n, f, r, c in np.ndindex(out.shape):
        g = f // (F // groups)
        total = bias[f]
        for d in range(D):
            total = total + np.vdot(x[n, d * groups + g, r : r + KH, c : c + KW], weight[f, d])
        out[n, f, r, c] = total
    return out
# %% wrong: only the maps of the last group are returned, the list is overwritten in the loop
def grouped_conv2d(x, weight, bias, groups):
    D = weight.shape[1]
    P = len(weight) // groups
    for g in range(groups):
        view = np.lib.stride_tricks.sliding_window_view(x[:, g * D : (g + 1) * D], weight.shape[2:], axis=(2, 3))
        w, b = weight[g * P : (g + 1) * P], np.asarray(bias)[g * P : (g + 1) * P]
        maps = [np.einsum("nchwij,fcij->nfhw", view, w) + b[:, None, None]]
    return np.concatenate(maps, axis=1)
# %% wrong: all groups are put into one map each, summed over their filters
def grouped_conv2d(x, weight, bias, groups):
    D = weight.shape[1]
    P = len(weight) // groups
    maps = []
    for g in range(groups):
        view = np.lib.stride_tricks.sliding_window_view(x[:, g * D : (g + 1) * D], weight.shape[2:], axis=(2, 3))
        w, b = weight[g * P : (g + 1) * P], np.asarray(bias)[g * P : (g + 1) * P]
        maps.append(np.einsum("nchwij,fcij->nhw", view, w) + b.sum())
    return np.stack(maps, axis=1)
# %% wrong: the groups are stacked on a new axis, (N, groups, C_out / groups, H, W)
def grouped_conv2d(x, weight, bias, groups):
    N, C, H, W = x.shape
    F, D, KH, KW = weight.shape
    view = np.lib.stride_tricks.sliding_window_view(x, (KH, KW), axis=(2, 3))
    view = view.reshape(N, groups, D, H - KH + 1, W - KW + 1, KH, KW)
    w = weight.reshape(groups, F // groups, D, KH, KW)
    return np.einsum("ngdhwij,gfdij->ngfhw", view, w) + np.reshape(bias, (groups, -1, 1, 1))
# %% wrong: groups and filters are mixed up when the maps are flattened: filter first, group second
def grouped_conv2d(x, weight, bias, groups):
    N, C, H, W = x.shape
    F, D, KH, KW = weight.shape
    view = np.lib.stride_tricks.sliding_window_view(x, (KH, KW), axis=(2, 3))
    view = view.reshape(N, groups, D, H - KH + 1, W - KW + 1, KH, KW)
    w = weight.reshape(groups, F // groups, D, KH, KW)
    out = np.einsum("ngdhwij,gfdij->nfghw", view, w).reshape(N, F, H - KH + 1, W - KW + 1)
    return out + np.reshape(bias, (-1, 1, 1))
# %% wrong: the whole bias is added to each group's maps before they are joined (ValueError, or too many maps)
def grouped_conv2d(x, weight, bias, groups):
    maps = []
    for part, filters in zip(np.split(x, groups, axis=1), np.split(weight, groups)):
        view = np.lib.stride_tricks.sliding_window_view(part, weight.shape[2:], axis=(2, 3))
        maps.append(np.einsum("nchwij,fcij->nfhw", view, filters) + np.reshape(bias, (-1, 1, 1)))
    return np.concatenate(maps, axis=1)
# %% wrong: kernel rows and columns are exchanged
def grouped_conv2d(x, weight, bias, groups):
    w = weight.transpose(0, 1, 3, 2)
    maps = []
    for part, filters in zip(np.split(x, groups, axis=1), np.split(w, groups)):
        view = np.lib.stride_tricks.sliding_window_view(part, w.shape[2:], axis=(2, 3))
        maps.append(np.einsum("nchwij,fcij->nfhw", view, filters))
    return np.concatenate(maps, axis=1) + np.reshape(bias, (-1, 1, 1))
# %% wrong: the height of the output is used for its width, square images only
def grouped_conv2d(x, weight, bias, groups):
    N, C, H, W = x.shape
    F, D, KH, KW = weight.shape
    out = np.zeros((N, F, H - KH + 1, H - KH + 1))
    for n, f, r, c in np.ndindex(out.shape):
        g = f * groups // F
        out[n, f, r, c] = np.sum(x[n, g * D : (g + 1) * D, r : r + KH, c : c + KW] * weight[f]) + bias[f]
    return out
# %% wrong: the group's first channel is counted with C_out / groups instead of C_in / groups (IndexError or wrong channels)
def grouped_conv2d(x, weight, bias, groups):
    N, C, H, W = x.shape
    F, D, KH, KW = weight.shape
    P = F // groups
    out = np.zeros((N, F, H - KH + 1, W - KW + 1))
    for n, f, r, c in np.ndindex(out.shape):
        g = f // P
        total = bias[f]
        for d in range(D):
            total = total + np.sum(x[n, g * P + d, r : r + KH, c : c + KW] * weight[f, d])
        out[n, f, r, c] = total
    return out
# %% wrong: the first image stands for the whole batch
def grouped_conv2d(x, weight, bias, groups):
    N, C, H, W = x.shape
    F, D, KH, KW = weight.shape
    out = np.zeros((N, F, H - KH + 1, W - KW + 1))
    for n, f, r, c in np.ndindex(out.shape):
        g = f // (F // groups)
        out[n, f, r, c] = np.vdot(x[0, g * D : (g + 1) * D, r : r + KH, c : c + KW], weight[f]) + bias[f]
    return out
# %% wrong: two mistakes: bias left out, and every group reads the first block of channels
def grouped_conv2d(x, weight, bias, groups):
    F, D, KH, KW = weight.shape
    maps = []
    for g in range(groups):
        view = np.lib.stride_tricks.sliding_window_view(x[:, :D], (KH, KW), axis=(2, 3))
        maps.append(np.einsum("nchwij,fcij->nfhw", view, np.split(weight, groups)[g]))
    return np.concatenate(maps, axis=1)
# %% wrong: the caller's weight is reversed in place (the values returned are right)
def grouped_conv2d(x, weight, bias, groups):
    weight[...] = weight[::-1].copy()
    F, D, KH, KW = weight.shape
    N, C, H, W = x.shape
    out = np.zeros((N, F, H - KH + 1, W - KW + 1))
    for n, f, r, c in np.ndindex(out.shape):
        g = f // (F // groups)
        kernel = weight[F - 1 - f]
        out[n, f, r, c] = np.vdot(x[n, g * D : (g + 1) * D, r : r + KH, c : c + KW], kernel) + bias[f]
    return out
# %% right: tap by tap for each filter
def grouped_conv2d(x, weight, bias, groups):
    N, C, H, W = x.shape
    F, D, KH, KW = weight.shape
    h, w = H - KH + 1, W - KW + 1
    out = np.zeros((N, F, h, w))
    for f in range(F):
        g = f // (F // groups)
        out[:, f] = bias[f]
        for d in range(D):
            for i in range(KH):
                for j in range(KW):
                    out[:, f] += weight[f, d, i, j] * x[:, g * D + d, i : i + h, j : j + w]
    return out
# %% right: a group axis in the einsum
def grouped_conv2d(x, weight, bias, groups):
    N, C, H, W = x.shape
    F, D, KH, KW = weight.shape
    view = np.lib.stride_tricks.sliding_window_view(x, (KH, KW), axis=(2, 3))
    view = view.reshape(N, groups, D, H - KH + 1, W - KW + 1, KH, KW)
    w = weight.reshape(groups, F // groups, D, KH, KW)
    out = np.einsum("ngdhwij,gfdij->ngfhw", view, w).reshape(N, F, H - KH + 1, W - KW + 1)
    return out + np.reshape(bias, (-1, 1, 1))
# %% right: recursion, the first group and the rest
def grouped_conv2d(x, weight, bias, groups):
    F, D, KH, KW = weight.shape
    share = F // groups
    view = np.lib.stride_tricks.sliding_window_view(x[:, :D], (KH, KW), axis=(2, 3))
    first = np.einsum("nchwij,fcij->nfhw", view, weight[:share]) + np.reshape(bias[:share], (-1, 1, 1))
    if groups == 1:
        return first
    rest = grouped_conv2d(x[:, D:], weight[share:], bias[share:], groups - 1)
    return np.concatenate([first, rest], axis=1)
