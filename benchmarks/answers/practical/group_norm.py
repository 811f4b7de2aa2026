# %% wrong: the groups are cut the wrong way round: reshape to (N, C / G, G, ...), so a group is every G-th channel instead of neighbours
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    N, C, H, W = x.shape
    g = x.reshape(N, C // num_groups, num_groups, H, W)
    g = (g - g.mean(axis=(1, 3, 4), keepdims=True)) / np.sqrt(g.var(axis=(1, 3, 4), keepdims=True) + eps)
    return g.reshape(x.shape) * weight[:, None, None] + bias[:, None, None]
# %% wrong: num_groups is taken as the number of channels in a group (right where G * G = C)
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    y = np.zeros(x.shape)
    for n in range(x.shape[0]):
        for first in range(0, x.shape[1], num_groups):
            part = x[n, first:first + num_groups]
            y[n, first:first + num_groups] = (part - part.mean()) / np.sqrt(part.var() + eps)
    return y * weight.reshape(1, -1, 1, 1) + bias.reshape(1, -1, 1, 1)
# %% wrong: weight and bias (C,) are not lined up with the channels: they run along the width; ValueError unless W equals C (then false numbers) or C is 1
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    flat = x.reshape(len(x), num_groups, -1)
    flat = (flat - flat.mean(-1, keepdims=True)) / np.sqrt(flat.var(-1, keepdims=True) + eps)
    return flat.reshape(x.shape) * weight + bias
# %% wrong: two mistakes: the normalised array stays in the shape (N, G, -1) and is never reshaped back, and weight and bias are left out
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    parts = x.reshape(x.shape[0], num_groups, -1)
    middle = parts.mean(axis=2, keepdims=True)
    spread = np.sqrt(((parts - middle) ** 2).mean(axis=2, keepdims=True) + eps)
    return (parts - middle) / spread
# %% right: np.split along the channels
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    pieces = []
    for part in np.split(x, num_groups, axis=1):
        mean = part.mean(axis=(1, 2, 3), keepdims=True)
        pieces.append((part - mean) / np.sqrt(part.var(axis=(1, 2, 3), keepdims=True) + eps))
    return np.einsum("nchw,c->nchw", np.concatenate(pieces, axis=1), weight) + bias[:, None, None]
