# %% wrong: the channels of a group are not neighbours, every num_groups-th channel falls into one group
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    n, c, h, w = x.shape
    cut = x.reshape(n, c // num_groups, num_groups, h, w)
    mean = cut.mean(axis=(1, 3, 4), keepdims=True)
    var = cut.var(axis=(1, 3, 4), keepdims=True)
    normal = ((cut - mean) / np.sqrt(var + eps)).reshape(x.shape)
    return normal * weight[:, None, None] + bias[:, None, None]
# %% wrong: num_groups is taken for the number of channels in a group
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    y = np.empty(x.shape)
    for n in range(x.shape[0]):
        for start in range(0, x.shape[1], num_groups):
            part = x[n, start:start + num_groups]
            y[n, start:start + num_groups] = (part - part.mean()) / np.sqrt(part.var() + eps)
    return y * weight.reshape(1, -1, 1, 1) + bias.reshape(1, -1, 1, 1)
# %% wrong: mean and variance of a group are taken over all images of the batch instead of within each image
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    parts = []
    for group in np.split(x, num_groups, axis=1):
        parts.append((group - group.mean()) / np.sqrt(group.var() + eps))
    normal = np.concatenate(parts, axis=1)
    return weight[None, :, None, None] * normal + bias[None, :, None, None]
# %% wrong: the mean is taken for each channel, only the variance for each group
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    N, C, H, W = x.shape
    g = x.reshape(N, num_groups, C // num_groups, H, W)
    mean = g.mean(axis=(3, 4), keepdims=True)
    var = g.var(axis=(2, 3, 4), keepdims=True)
    out = (g - mean) / np.sqrt(var + eps)
    return out.reshape(N, C, H, W) * weight.reshape(C, 1, 1) + bias.reshape(C, 1, 1)
# %% right: statistics repeated for each channel of the group, one scale and shift a channel
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    each = x.shape[1] // num_groups
    rows = x.reshape(len(x), num_groups, -1)
    mean = np.repeat(rows.mean(-1), each, axis=1)
    scale = weight / np.sqrt(np.repeat(rows.var(-1), each, axis=1) + eps)
    return x * scale[..., None, None] + (bias - mean * scale)[..., None, None]
