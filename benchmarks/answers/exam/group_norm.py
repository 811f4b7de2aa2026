# %% wrong: every num_groups-th channel is in a group, instead of neighbours
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    n, c, h, w = x.shape
    g = x.reshape(n, c // num_groups, num_groups, h, w)
    mean, var = g.mean(axis=(1, 3, 4), keepdims=True), g.var(axis=(1, 3, 4), keepdims=True)
    normal = ((g - mean) / np.sqrt(var + eps)).reshape(x.shape)
    return normal * weight[:, None, None] + bias[:, None, None]
# %% wrong: num_groups is taken for the number of channels in a group
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    n, c, h, w = x.shape
    g = x.reshape(n, c // num_groups, num_groups, h, w)
    mean, var = g.mean(axis=(2, 3, 4), keepdims=True), g.var(axis=(2, 3, 4), keepdims=True)
    normal = ((g - mean) / np.sqrt(var + eps)).reshape(x.shape)
    return normal * weight[:, None, None] + bias[:, None, None]
# %% wrong: weight and bias are laid along the columns, not the channels (ValueError unless W is C or 1)
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    flat = x.reshape(len(x), num_groups, -1)
    normal = (flat - flat.mean(axis=2, keepdims=True)) / np.sqrt(flat.var(axis=2, keepdims=True) + eps)
    return normal.reshape(x.shape) * weight + bias
# %% wrong: a group's mean and variance are shared by all images of the batch
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    n, c, h, w = x.shape
    g = x.reshape(n, num_groups, c // num_groups, h, w)
    mean, var = g.mean(axis=(0, 2, 3, 4), keepdims=True), g.var(axis=(0, 2, 3, 4), keepdims=True)
    normal = ((g - mean) / np.sqrt(var + eps)).reshape(n, c, h, w)
    return normal * weight.reshape(1, c, 1, 1) + bias.reshape(1, c, 1, 1)
# %% wrong: the group's start is i * num_groups instead of i * (channels in a group), so the slices overlap or leave channels at 0
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    y = np.zeros(x.shape)
    each = x.shape[1] // num_groups
    for n in range(len(x)):
        for i in range(num_groups):
            part = x[n, i * num_groups:i * num_groups + each]
            if part.size:
                y[n, i * num_groups:i * num_groups + each] = (part - part.mean()) / np.sqrt(part.var() + eps)
    return y * weight.reshape(1, -1, 1, 1) + bias.reshape(1, -1, 1, 1)
# %% wrong: only the mean is the group's, the variance is each channel's own
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    n, c, h, w = x.shape
    g = x.reshape(n, num_groups, c // num_groups, h, w)
    centred = (g - g.mean(axis=(2, 3, 4), keepdims=True)).reshape(x.shape)
    normal = centred / np.sqrt(x.var(axis=(2, 3), keepdims=True) + eps)
    return normal * weight[:, None, None] + bias[:, None, None]
# %% right: split into groups
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    parts = []
    for part in np.split(x, num_groups, axis=1):
        mean = part.mean(axis=(1, 2, 3), keepdims=True)
        var = part.var(axis=(1, 2, 3), keepdims=True)
        parts.append((part - mean) / np.sqrt(var + eps))
    return np.concatenate(parts, axis=1) * weight[:, None, None] + bias[:, None, None]
