# %% wrong: weight and bias are lined up with the groups and not with the channels (a ValueError unless there are as many)
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    n, c, h, w = x.shape
    g = x.reshape(n, num_groups, c // num_groups, h, w)
    z = (g - g.mean(axis=(2, 3, 4), keepdims=True)) / np.sqrt(g.var(axis=(2, 3, 4), keepdims=True) + eps)
    z = z * weight.reshape(1, -1, 1, 1, 1) + bias.reshape(1, -1, 1, 1, 1)
    return z.reshape(x.shape)
# %% wrong: the groups are every num_groups-th channel and not neighbours
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    out = np.zeros(x.shape)
    for g in range(num_groups):
        part = x[:, g::num_groups]
        m = part.mean(axis=(1, 2, 3), keepdims=True)
        v = part.var(axis=(1, 2, 3), keepdims=True)
        out[:, g::num_groups] = (part - m) / np.sqrt(v + eps)
    return out * np.reshape(weight, (-1, 1, 1)) + np.reshape(bias, (-1, 1, 1))
# %% wrong: the mean is taken over the images, too
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    pieces = []
    for part in np.split(x, num_groups, axis=1):
        pieces.append((part - part.mean()) / np.sqrt(part.var() + eps))
    return np.concatenate(pieces, axis=1) * weight[:, None, None] + bias[:, None, None]
# %% wrong: num_groups is read as the number of channels in a group
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    n, c, h, w = x.shape
    g = x.reshape(n, c // num_groups, -1)
    z = (g - g.mean(2, keepdims=True)) / np.sqrt(g.var(2, keepdims=True) + eps)
    return z.reshape(n, c, h, w) * weight.reshape(1, c, 1, 1) + bias.reshape(1, c, 1, 1)
# %% right: np.split and joined again
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    done = []
    for part in np.split(x, num_groups, axis=1):
        mean = np.mean(part, axis=(1, 2, 3), keepdims=True)
        square = np.mean(np.square(part - mean), axis=(1, 2, 3), keepdims=True)
        done.append((part - mean) * (square + eps) ** -0.5)
    return np.concatenate(done, axis=1) * np.reshape(weight, (1, -1, 1, 1)) + np.reshape(bias, (1, -1, 1, 1))
