# %% wrong: the groups are interleaved: channels with the same c % num_groups share a mean, instead of neighbours
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    N, C, H, W = x.shape
    groups = x.reshape(N, C // num_groups, num_groups, H, W)
    mean = groups.mean(axis=(1, 3, 4), keepdims=True)
    var = groups.var(axis=(1, 3, 4), keepdims=True)
    normal = ((groups - mean) / np.sqrt(var + eps)).reshape(N, C, H, W)
    return normal * weight.reshape(1, C, 1, 1) + bias.reshape(1, C, 1, 1)
# %% wrong: num_groups is taken as the number of channels in a group, so there are C / num_groups groups
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    out = np.empty(x.shape, dtype=float)
    for n in range(x.shape[0]):
        for first in range(0, x.shape[1], num_groups):
            part = x[n, first:first + num_groups]
            out[n, first:first + num_groups] = (part - part.mean()) / np.sqrt(part.var() + eps)
    return out * weight[:, None, None] + bias[:, None, None]
# %% wrong: mean and variance go over the images as well (axis 0): all images share those of a group
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    n, c, h, w = x.shape
    cut = x.reshape(n, num_groups, c // num_groups, h, w)
    axes = (0, 2, 3, 4)
    cut = (cut - cut.mean(axis=axes, keepdims=True)) / np.sqrt(cut.var(axis=axes, keepdims=True) + eps)
    return cut.reshape(x.shape) * weight.reshape(1, -1, 1, 1) + bias.reshape(1, -1, 1, 1)
# %% wrong: weight and bias (C,) are used without a column, so they line up with the last axis W instead of the channels (ValueError where C and W differ, unless one is 1)
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    flat = x.reshape(len(x), num_groups, -1)
    mean = flat.mean(axis=-1, keepdims=True)
    var = flat.var(axis=-1, keepdims=True)
    normal = (flat - mean) / np.sqrt(var + eps)
    return normal.reshape(x.shape) * weight + bias
# %% right: split along the channels, normalise each piece, concatenate
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    def normalised(piece):
        mean = piece.mean(axis=(1, 2, 3), keepdims=True)
        return (piece - mean) / np.sqrt(((piece - mean) ** 2).mean(axis=(1, 2, 3), keepdims=True) + eps)

    normal = np.concatenate([normalised(p) for p in np.split(x, num_groups, axis=1)], axis=1)
    return np.einsum("nchw,c->nchw", normal, weight) + np.reshape(bias, (-1, 1, 1))
