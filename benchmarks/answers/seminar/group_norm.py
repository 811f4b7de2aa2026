# %% wrong: the axis of channels is cut the wrong way round, so a group holds every num_groups-th channel instead of neighbours; right for 1 group and for C groups
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    N, C, H, W = x.shape
    g = x.reshape(N, C // num_groups, num_groups, H, W)
    mean = g.mean(axis=(1, 3, 4), keepdims=True)
    var = g.var(axis=(1, 3, 4), keepdims=True)
    out = ((g - mean) / np.sqrt(var + eps)).reshape(N, C, H, W)
    return out * weight.reshape(1, C, 1, 1) + bias.reshape(1, C, 1, 1)
# %% wrong: mean and variance of a group are taken over all images of the batch together; right for a batch of one
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    out = np.zeros(x.shape)
    k = x.shape[1] // num_groups
    for g in range(num_groups):
        part = x[:, g * k:(g + 1) * k]
        out[:, g * k:(g + 1) * k] = (part - part.mean()) / np.sqrt(part.var() + eps)
    return out * weight[:, None, None] + bias[:, None, None]
# %% wrong: num_groups is taken as the number of channels in a group; right only where num_groups * num_groups == C
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    y = np.empty(x.shape, float)
    for n in range(len(x)):
        for start in range(0, x.shape[1], num_groups):
            stop = start + num_groups
            block = x[n, start:stop]
            y[n, start:stop] = (block - block.mean()) / math.sqrt(block.var() + eps)
    return weight.reshape(-1, 1, 1) * y + bias.reshape(-1, 1, 1)
# %% wrong: the unbiased variance (ddof=1) is used instead of the biased one
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    rows = x.reshape(len(x), num_groups, -1)
    mean = rows.mean(axis=-1, keepdims=True)
    var = rows.var(axis=-1, keepdims=True, ddof=1)
    normal = ((rows - mean) / np.sqrt(var + eps)).reshape(x.shape)
    return normal * weight.reshape(1, -1, 1, 1) + bias.reshape(1, -1, 1, 1)
# %% right: sums of the channels, added up by group and repeated for each channel
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    n, c, h, w = x.shape
    each = c // num_groups
    member = np.repeat(np.eye(num_groups), each, axis=0)      # (C, groups)
    share = member @ member.T / (each * h * w)                # (C, C): who shares with whom
    apart = x - (x.sum(axis=(2, 3)) @ share)[:, :, None, None]
    var = (apart**2).sum(axis=(2, 3)) @ share
    scale = weight / np.sqrt(var + eps)                       # (N, C)
    return apart * scale[:, :, None, None] + bias[:, None, None]
