# %% wrong: channels are dealt out to the groups in turn, so that no neighbours share a group
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    N, C, H, W = x.shape
    g = x.reshape(N, C // num_groups, num_groups, H, W)
    mean = g.mean(axis=(1, 3, 4), keepdims=True)
    var = g.var(axis=(1, 3, 4), keepdims=True)
    out = ((g - mean) / np.sqrt(var + eps)).reshape(N, C, H, W)
    return out * weight.reshape(1, C, 1, 1) + bias.reshape(1, C, 1, 1)

# %% wrong: num_groups is taken as the number of channels in a group
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    out = np.zeros(x.shape)
    channels = x.shape[1]
    for n in range(len(x)):
        for first in range(0, channels, num_groups):
            part = x[n, first:first + num_groups]
            out[n, first:first + num_groups] = (part - part.mean()) / np.sqrt(part.var() + eps)
    return out * weight[:, None, None] + bias[:, None, None]

# %% wrong: half finished, weight and bias are never applied
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    rows = x.reshape(len(x), num_groups, -1)
    rows = rows - rows.mean(axis=-1, keepdims=True)
    rows = rows / np.sqrt((rows ** 2).mean(axis=-1, keepdims=True) + eps)
    return rows.reshape(x.shape)

# %% right: the groups cut out one by one
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    groups = []
    for part in np.split(x, num_groups, axis=1):
        centre = part - part.mean(axis=(1, 2, 3), keepdims=True)
        sigma = np.sqrt(np.mean(centre * centre, axis=(1, 2, 3), keepdims=True) + eps)
        groups.append(centre / sigma)
    normal = np.concatenate(groups, axis=1)
    return np.einsum("nchw,c->nchw", normal, weight) + np.asarray(bias)[:, None, None]
