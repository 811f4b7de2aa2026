# %% wrong: group g reads every groups-th input channel (g, g + groups, ...) instead of a block of neighbouring channels
def grouped_conv2d(x, weight, bias, groups):
    share = len(weight) // groups
    maps = []
    for g in range(groups):
        part = x[:, g::groups]
        w, b = weight[g * share:(g + 1) * share], bias[g * share:(g + 1) * share]
        view = np.lib.stride_tricks.sliding_window_view(part, w.shape[2:], axis=(2, 3))
        maps.append(np.einsum("nchwij,ocij->nohw", view, w) + b[:, None, None])
    return np.concatenate(maps, axis=1)
# %% wrong: the groups' maps are joined along the batch axis (axis 0) instead of the channels, so the shape is (N * groups, C_out / groups, ...)
def grouped_conv2d(x, weight, bias, groups):
    xs = np.split(x, groups, axis=1)
    ws = np.split(weight, groups)
    bs = np.split(bias, groups)
    def conv(x, w, b):
        v = np.lib.stride_tricks.sliding_window_view(x, w.shape[2:], axis=(2, 3))
        return np.einsum("nchwij,ocij->nohw", v, w) + b[:, None, None]
    return np.concatenate([conv(*parts) for parts in zip(xs, ws, bs)])
# %% wrong: every group uses the biases of the first group's filters, instead of its own share of the biases
def grouped_conv2d(x, weight, bias, groups):
    depth = weight.shape[1]
    n_filters = weight.shape[0] // groups
    kh, kw = weight.shape[2:]
    H, W = x.shape[2] - kh + 1, x.shape[3] - kw + 1
    output = np.zeros((x.shape[0], weight.shape[0], H, W))
    for g in range(groups):
        channels = x[:, g * depth:(g + 1) * depth]
        for f in range(n_filters):
            k = weight[g * n_filters + f]
            for i in range(H):
                for j in range(W):
                    window = channels[:, :, i:i + kh, j:j + kw]
                    output[:, g * n_filters + f, i, j] = np.sum(window * k, axis=(1, 2, 3)) + bias[f]
    return output
# %% wrong: filter o is put into group o // depth, with the number of input channels per group, instead of o // (C_out // groups), so filters read the wrong channels (or channels that do not exist) unless C_in equals C_out or there is one filter group
def grouped_conv2d(x, weight, bias, groups):
    C_out, depth, kh, kw = weight.shape
    maps = []
    for o in range(C_out):
        g = o // depth
        part = x[:, g * depth:(g + 1) * depth]
        windows = np.lib.stride_tricks.sliding_window_view(part, (kh, kw), axis=(2, 3))
        maps.append((windows * weight[o][:, None, None]).sum(axis=(1, 4, 5)) + bias[o])
    return np.stack(maps, axis=1)
# %% right: the groups as an axis of one einsum
def grouped_conv2d(x, weight, bias, groups):
    N, C_in, H, W = x.shape
    C_out, depth, kh, kw = weight.shape
    windows = np.lib.stride_tricks.sliding_window_view(x.reshape(N, groups, depth, H, W),
                                                       (kh, kw), axis=(3, 4))
    y = np.einsum("ngchwij,gocij->ngohw", windows,
                  weight.reshape(groups, C_out // groups, depth, kh, kw))
    return y.reshape(N, C_out, *y.shape[3:]) + bias[:, None, None]
