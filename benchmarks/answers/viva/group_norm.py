# %% wrong: the channel axis is cut as (C / groups, groups), so a group holds every num_groups-th channel instead of neighbours
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    n, c, h, w = x.shape
    parts = x.reshape(n, c // num_groups, num_groups, h, w)
    mean = parts.mean(axis=(1, 3, 4), keepdims=True)
    var = parts.var(axis=(1, 3, 4), keepdims=True)
    normal = ((parts - mean) / np.sqrt(var + eps)).reshape(x.shape)
    return normal * weight.reshape(1, -1, 1, 1) + bias.reshape(1, -1, 1, 1)
# %% wrong: num_groups is taken as the number of channels in a group: there are C / num_groups groups
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    N, C, H, W = x.shape
    out = np.zeros((N, C, H, W))
    for start in range(0, C, num_groups):
        part = x[:, start:start + num_groups]
        m = part.mean(axis=(1, 2, 3), keepdims=True)
        v = part.var(axis=(1, 2, 3), keepdims=True)
        out[:, start:start + num_groups] = (part - m) / np.sqrt(v + eps)
    return out * weight[:, None, None] + bias[:, None, None]
# %% wrong: mean and variance of a group are taken over all images together, not for each image
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    def column(v):
        return np.reshape(v, (1, -1, 1, 1))

    rows = x.reshape(len(x), num_groups, -1)
    rows = (rows - rows.mean(axis=(0, 2), keepdims=True)) / np.sqrt(rows.var(axis=(0, 2), keepdims=True) + eps)
    return rows.reshape(x.shape) * column(weight) + column(bias)
# %% wrong: weight and bias are not made columns, so they line up with the width: a ValueError, or a wrong answer where W is C or 1 (one channel is right)
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    rows = x.reshape(len(x), num_groups, -1)
    mean, var = rows.mean(-1, keepdims=True), rows.var(-1, keepdims=True)
    y = ((rows - mean) / np.sqrt(var + eps)).reshape(x.shape)
    return y * weight + bias
# %% right: the channels split into pieces, each normalised by itself
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    def normal(piece):
        piece = piece - piece.mean(axis=(1, 2, 3), keepdims=True)
        return piece / np.sqrt(np.mean(piece**2, axis=(1, 2, 3), keepdims=True) + eps)

    whole = np.concatenate([normal(piece) for piece in np.split(x, num_groups, axis=1)], axis=1)
    return np.einsum("nchw,c->nchw", whole, weight) + bias[:, None, None]
