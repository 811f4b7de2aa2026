# %% wrong: reshape (N, C // groups, groups, ...) : dealt groups
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    n, c, h, w = x.shape
    g = x.reshape(n, c // num_groups, num_groups, h, w)
    g = (g - g.mean((1, 3, 4), keepdims=True)) / np.sqrt(g.var((1, 3, 4), keepdims=True) + eps)
    return g.reshape(x.shape) * weight[:, None, None] + bias[:, None, None]
# %% wrong: num_groups taken for channels per group
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    g = x.reshape(len(x), x.shape[1] // num_groups, -1)
    g = (g - g.mean(-1, keepdims=True)) / np.sqrt(g.var(-1, keepdims=True) + eps)
    return g.reshape(x.shape) * weight[:, None, None] + bias[:, None, None]
# %% wrong: statistics over the batch as well
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    g = x.reshape(len(x), num_groups, -1)
    g = (g - g.mean((0, 2), keepdims=True)) / np.sqrt(g.var((0, 2), keepdims=True) + eps)
    return g.reshape(x.shape) * weight[:, None, None] + bias[:, None, None]
# %% wrong: each pixel of a group by itself
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    n, c, h, w = x.shape
    g = x.reshape(n, num_groups, c // num_groups, h, w)
    g = (g - g.mean(2, keepdims=True)) / np.sqrt(g.var(2, keepdims=True) + eps)
    return g.reshape(x.shape) * weight[:, None, None] + bias[:, None, None]
# %% wrong: weight lines up with the width: crash or wrong
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    g = x.reshape(len(x), num_groups, -1)
    g = (g - g.mean(-1, keepdims=True)) / np.sqrt(g.var(-1, keepdims=True) + eps)
    return g.reshape(x.shape) * weight + bias
# %% right: reshape
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    g = x.reshape(len(x), num_groups, -1)
    g = (g - g.mean(-1, keepdims=True)) / np.sqrt(g.var(-1, keepdims=True) + eps)
    return g.reshape(x.shape) * weight[:, None, None] + bias[:, None, None]
# %% right: split into groups
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    parts = []
    for p in np.split(x, num_groups, axis=1):
        a = (1, 2, 3)
        parts.append((p - p.mean(a, keepdims=True)) / np.sqrt(p.var(a, keepdims=True) + eps))
    return np.concatenate(parts, axis=1) * weight.reshape(1, -1, 1, 1) + bias.reshape(1, -1, 1, 1)
