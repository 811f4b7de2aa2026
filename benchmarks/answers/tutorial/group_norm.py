# %% wrong: weight and bias (C,) are not lined up with the channels, so they meet the columns: ValueError unless W equals C (wrong numbers then) or C is 1 (right then)
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    grouped = x.reshape(len(x), num_groups, -1)
    mean = grouped.mean(axis=2, keepdims=True)
    var = grouped.var(axis=2, keepdims=True)
    normal = ((grouped - mean) / np.sqrt(var + eps)).reshape(x.shape)
    return normal * weight + bias
# %% wrong: the mean and variance of a group go over all images of the batch, too; right for one image
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    y = np.zeros(x.shape)
    size = x.shape[1] // num_groups
    for g in range(num_groups):
        part = x[:, g * size:(g + 1) * size]
        y[:, g * size:(g + 1) * size] = (part - part.mean()) / np.sqrt(part.var() + eps)
    return y * weight.reshape(1, -1, 1, 1) + bias.reshape(1, -1, 1, 1)
# %% wrong: takes num_groups for the number of channels in a group; right where both are equal (num_groups² = C)
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    N, C, H, W = x.shape
    cut = x.reshape(N, C // num_groups, num_groups, H, W)
    mean = cut.mean(axis=(2, 3, 4), keepdims=True)
    var = cut.var(axis=(2, 3, 4), keepdims=True)
    out = ((cut - mean) / np.sqrt(var + eps)).reshape(N, C, H, W)
    return out * weight[:, None, None] + bias[:, None, None]
# %% wrong: two mistakes: every num_groups-th channel makes a group instead of neighbours (reshape with the groups behind), and the variance is the unbiased one
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    n, c, h, w = x.shape
    g = x.reshape(n, c // num_groups, num_groups, h, w)
    mu = g.mean(axis=(1, 3, 4), keepdims=True)
    sd = np.sqrt(g.var(axis=(1, 3, 4), ddof=1, keepdims=True) + eps)
    return ((g - mu) / sd).reshape(n, c, h, w) * weight[None, :, None, None] + bias[None, :, None, None]
# %% right: np.split along the channels
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    parts = []
    for part in np.split(x, num_groups, axis=1):
        axes = (1, 2, 3)
        centred = part - part.mean(axis=axes, keepdims=True)
        parts.append(centred / np.sqrt((centred**2).mean(axis=axes, keepdims=True) + eps))
    return np.einsum("nchw,c->nchw", np.concatenate(parts, axis=1), weight) + bias[:, None, None]
