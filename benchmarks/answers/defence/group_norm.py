# %% wrong: num_groups is taken as the number of channels in a group
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    N, C, H, W = x.shape
    y = x.reshape(N, C // num_groups, num_groups * H * W)
    y = (y - y.mean(axis=2, keepdims=True)) / np.sqrt(y.var(axis=2, keepdims=True) + eps)
    return y.reshape(x.shape) * weight.reshape(1, C, 1, 1) + bias.reshape(1, C, 1, 1)
# %% wrong: the groups are made of every num_groups-th channel instead of neighbours
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    out = np.zeros(x.shape)
    for g in range(num_groups):
        part = x[:, g::num_groups]
        m = part.mean(axis=(1, 2, 3), keepdims=True)
        v = part.var(axis=(1, 2, 3), keepdims=True)
        out[:, g::num_groups] = (part - m) / np.sqrt(v + eps)
    return out * weight[:, None, None] + bias[:, None, None]
# %% wrong: weight and bias (C,) are not lined up with the channel axis but with the last one (ValueError unless W equals C or C is 1)
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    groups = x.reshape(len(x), num_groups, -1)
    mean = groups.mean(axis=-1, keepdims=True)
    var = groups.var(axis=-1, keepdims=True)
    normal = ((groups - mean) / np.sqrt(var + eps)).reshape(x.shape)
    return weight * normal + bias
# %% wrong: mean and variance of a group go over all images of the batch, too
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    n, c, h, w = x.shape
    y = x.reshape(n, num_groups, c // num_groups, h, w)
    mean = y.mean(axis=(0, 2, 3, 4), keepdims=True)
    var = y.var(axis=(0, 2, 3, 4), keepdims=True)
    y = ((y - mean) / np.sqrt(var + eps)).reshape(n, c, h, w)
    return y * weight[None, :, None, None] + bias[None, :, None, None]
# %% right: each group split off, with its own weights, and concatenated again
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    pieces = []
    for part, w, b in zip(*(np.split(a, num_groups, axis=k) for a, k in ((x, 1), (weight, 0), (bias, 0)))):
        flat = part.reshape(len(part), -1)
        mean = flat.mean(axis=1)[:, None, None, None]
        inverse = 1 / np.sqrt(flat.var(axis=1) + eps)
        pieces.append((part - mean) * np.multiply.outer(inverse, w)[:, :, None, None] + b[:, None, None])
    return np.concatenate(pieces, axis=1)
