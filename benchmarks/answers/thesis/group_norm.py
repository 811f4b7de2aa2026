# %% wrong: the groups take every num_groups-th channel, not neighbours; right for 1 group and for as many groups as channels
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    N, C, H, W = x.shape
    g = x.reshape(N, C // num_groups, num_groups, H, W)
    mean = g.mean(axis=(1, 3, 4), keepdims=True)
    var = g.var(axis=(1, 3, 4), keepdims=True)
    out = ((g - mean) / np.sqrt(var + eps)).reshape(N, C, H, W)
    return out * weight.reshape(1, C, 1, 1) + bias.reshape(1, C, 1, 1)
# %% wrong: num_groups is taken as the number of channels in a group; right only where channels = num_groups squared
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    out = np.zeros_like(x, dtype=float)
    for n in range(x.shape[0]):
        for start in range(0, x.shape[1], num_groups):
            part = x[n, start:start + num_groups]
            out[n, start:start + num_groups] = (part - part.mean()) / np.sqrt(part.var() + eps)
    return out * weight[:, None, None] + bias[:, None, None]
# %% wrong: all channels of group k get weight[k] and bias[k], one number a group; right for as many groups as channels
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    rows = x.reshape(len(x), num_groups, -1)
    mu = rows.mean(axis=-1, keepdims=True)
    sd = np.sqrt(rows.var(axis=-1, keepdims=True) + eps)
    rows = (rows - mu) / sd
    rows = rows * weight[:num_groups, None] + bias[:num_groups, None]
    return rows.reshape(x.shape)
# %% wrong: two mistakes: mean and variance of a group are shared by all images of the batch, and the variance is the unbiased one
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    pieces = []
    for piece in np.split(x, num_groups, axis=1):
        m = np.mean(piece)
        v = np.var(piece, ddof=1)
        pieces.append((piece - m) / np.sqrt(v + eps))
    y = np.concatenate(pieces, axis=1)
    return y * np.reshape(weight, (1, -1, 1, 1)) + np.reshape(bias, (1, -1, 1, 1))
# %% right: sums over each group by np.add.reduceat, given back to its channels by np.repeat
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    members = x.shape[1] // num_groups
    starts = np.arange(num_groups) * members

    def group_mean(a):
        sums = np.add.reduceat(a.mean(axis=(2, 3)), starts, axis=1) / members
        return np.repeat(sums, members, axis=1)[..., None, None]

    apart = x - group_mean(x)
    slope = weight[None, :, None, None] / np.sqrt(group_mean(apart**2) + eps)
    return apart * slope + bias[None, :, None, None]
