# %% wrong: a group is made of every num_groups-th channel instead of neighbours (the axis is cut as channels, groups)
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    n, c, h, w = x.shape
    cut = x.reshape(n, c // num_groups, num_groups, h, w)
    mean = cut.mean(axis=(1, 3, 4), keepdims=True)
    var = cut.var(axis=(1, 3, 4), keepdims=True)
    normal = ((cut - mean) / np.sqrt(var + eps)).reshape(x.shape)
    return normal * weight.reshape(1, -1, 1, 1) + bias.reshape(1, -1, 1, 1)
# %% wrong: num_groups is taken as the number of channels in a group
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    n, c, h, w = x.shape
    normal = np.empty(x.shape)
    for start in range(0, c, num_groups):
        part = x[:, start:start + num_groups]
        mean = part.mean(axis=(1, 2, 3), keepdims=True)
        normal[:, start:start + num_groups] = (part - mean) / np.sqrt(part.var(axis=(1, 2, 3), keepdims=True) + eps)
    return normal * weight[:, None, None] + bias[:, None, None]
# %% wrong: all images share the statistics of a group: the mean goes over the batch as well
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    groups = x.reshape(len(x), num_groups, -1)
    mean = groups.mean(axis=(0, 2), keepdims=True)
    var = groups.var(axis=(0, 2), keepdims=True)
    normal = ((groups - mean) / np.sqrt(var + eps)).reshape(x.shape)
    column = (1, -1, 1, 1)
    return normal * np.reshape(weight, column) + np.reshape(bias, column)
# %% wrong: weight and bias are not lined up with the channels: (C,) meets the columns W, a ValueError unless C equals W
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    groups = x.reshape(len(x), num_groups, -1)
    apart = groups - groups.mean(axis=-1, keepdims=True)
    normal = apart / np.sqrt(groups.var(axis=-1, keepdims=True) + eps)
    return weight * normal.reshape(x.shape) + bias
# %% right: np.split along the channels
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    done = []
    for part in np.split(x, num_groups, axis=1):
        first = np.einsum("nchw->n", part) / part[0].size
        first = first[:, None, None, None]
        apart = part - first
        spread = np.einsum("nchw,nchw->n", apart, apart)[:, None, None, None] / part[0].size
        done.append(apart / np.sqrt(spread + eps))
    return np.concatenate(done, axis=1) * weight[None, :, None, None] + bias[None, :, None, None]
