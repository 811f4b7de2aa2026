# %% wrong: cuts the channels the wrong way round: (C // G, G), so groups are every G-th channel (right for 1 group and for C groups)
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    N, C, H, W = x.shape
    g = x.reshape(N, C // num_groups, num_groups, H, W)
    mean = g.mean(axis=(1, 3, 4), keepdims=True)
    var = g.var(axis=(1, 3, 4), keepdims=True)
    y = ((g - mean) / np.sqrt(var + eps)).reshape(x.shape)
    return y * weight[:, None, None] + bias[:, None, None]
# %% wrong: the batch is in the group's statistics, too (axis 0); right for one image
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    N, C, H, W = x.shape
    g = x.reshape(N, num_groups, C // num_groups, H, W)
    mean = g.mean(axis=(0, 2, 3, 4), keepdims=True)
    var = g.var(axis=(0, 2, 3, 4), keepdims=True)
    y = ((g - mean) / np.sqrt(var + eps)).reshape(x.shape)
    return y * weight[:, None, None] + bias[:, None, None]
# %% wrong: statistics over the channels of the group only, place by place (H and W are forgotten)
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    N, C, H, W = x.shape
    g = x.reshape(N, num_groups, -1, H, W)
    y = (g - g.mean(axis=2, keepdims=True)) / np.sqrt(g.var(axis=2, keepdims=True) + eps)
    return y.reshape(N, C, H, W) * weight[:, None, None] + bias[:, None, None]
# %% wrong: takes num_groups for the number of channels in a group (right when num_groups squared is C)
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    N, C, H, W = x.shape
    out = np.zeros(x.shape)
    for start in range(0, C, num_groups):
        part = x[:, start:start + num_groups]
        mean = part.mean(axis=(1, 2, 3), keepdims=True)
        var = part.var(axis=(1, 2, 3), keepdims=True)
        out[:, start:start + num_groups] = (part - mean) / np.sqrt(var + eps)
    return out * weight[:, None, None] + bias[:, None, None]
# %% wrong: weight and bias line up with the width: no new axes (crash, or wrong when W equals C)
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    g = x.reshape(len(x), num_groups, -1)
    y = (g - g.mean(axis=-1, keepdims=True)) / np.sqrt(g.var(axis=-1, keepdims=True) + eps)
    return y.reshape(x.shape) * weight + bias
# %% wrong: does not reshape back: answers (N, groups, C/groups, H, W)
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    N, C, H, W = x.shape
    g = x.reshape(N, num_groups, C // num_groups, H, W)
    y = (g - g.mean((2, 3, 4), keepdims=True)) / np.sqrt(g.var((2, 3, 4), keepdims=True) + eps)
    shape = (1, num_groups, C // num_groups, 1, 1)
    return y * weight.reshape(shape) + bias.reshape(shape)
# %% wrong: eps is forgotten: division by 0 for a constant group (nan), slightly off elsewhere
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    g = x.reshape(x.shape[0], num_groups, -1)
    y = (g - g.mean(axis=2, keepdims=True)) / g.std(axis=2, keepdims=True)
    return y.reshape(x.shape) * weight.reshape(1, -1, 1, 1) + bias.reshape(1, -1, 1, 1)
# %% right: np.split along the channels, each part normalised, joined again
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    done = []
    for part in np.split(np.asarray(x, dtype=float), num_groups, axis=1):
        centred = part - np.mean(part, axis=(1, 2, 3), keepdims=True)
        power = np.einsum("nchw,nchw->n", centred, centred) / part[0].size
        done.append(centred / np.sqrt(power + eps)[:, None, None, None])
    return np.einsum("nchw,c->nchw", np.concatenate(done, axis=1), weight) + np.reshape(bias, (1, -1, 1, 1))
