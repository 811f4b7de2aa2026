# %% wrong: the groups are not neighbours: channel c goes to group c % num_groups (reshape the wrong way round); right for one group and for as many groups as channels
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    N, C, H, W = x.shape
    g = x.reshape(N, C // num_groups, num_groups, H, W)
    mean = g.mean(axis=(1, 3, 4), keepdims=True)
    var = g.var(axis=(1, 3, 4), keepdims=True)
    normal = ((g - mean) / np.sqrt(var + eps)).reshape(x.shape)
    return normal * weight.reshape(1, -1, 1, 1) + bias.reshape(1, -1, 1, 1)
# %% wrong: mean and variance are shared by all images of the batch; right for one image, shows when N > 1
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    out = np.zeros(x.shape)
    per = x.shape[1] // num_groups
    for k in range(num_groups):
        part = x[:, k * per:(k + 1) * per]
        out[:, k * per:(k + 1) * per] = (part - part.mean()) / np.sqrt(part.var() + eps)
    return out * weight[None, :, None, None] + bias[None, :, None, None]
# %% wrong: num_groups is used as the number of channels in a group; right only when num_groups squared is the number of channels
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    N, C, H, W = x.shape
    result = np.empty((N, C, H, W))
    for n in range(N):
        for c in range(0, C, num_groups):
            block = x[n, c:c + num_groups]
            result[n, c:c + num_groups] = (block - block.mean()) / np.sqrt(block.var() + eps)
    return weight.reshape(-1, 1, 1) * result + bias.reshape(-1, 1, 1)
# %% wrong: weight and bias are used one number a group: the first num_groups of them, each for a whole group; right when there are as many groups as channels
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    flat = x.reshape(len(x), num_groups, -1)
    mu = flat.mean(-1, keepdims=True)
    sd = np.sqrt(flat.var(-1, keepdims=True) + eps)
    y = (flat - mu) / sd
    y = y * weight[:num_groups].reshape(1, -1, 1) + bias[:num_groups].reshape(1, -1, 1)
    return y.reshape(x.shape)
# %% right: split and concatenate, variance as mean of squares of what is centred
def group_norm(x, num_groups, weight, bias, eps=1e-5):
    done = []
    for piece in np.split(x, num_groups, axis=1):
        centred = piece - np.mean(piece, (1, 2, 3))[:, None, None, None]
        v = np.einsum("nchw,nchw->n", centred, centred) / centred[0].size
        done.append(centred * ((v + eps) ** -0.5)[:, None, None, None])
    return np.einsum("nchw,c->nchw", np.concatenate(done, axis=1), weight) + np.expand_dims(bias, (1, 2))
