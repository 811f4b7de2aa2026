# %% wrong: the reshape has the two channel axes the other way round, (C // groups, groups), so it undoes a shuffle: with 2 groups 0 1 2 3 4 5 becomes 0 2 4 1 3 5
def channel_shuffle(x, groups):
    N, C, H, W = x.shape
    return x.reshape(N, C // groups, groups, H, W).swapaxes(1, 2).reshape(N, C, H, W)
# %% wrong: the result of transpose is thrown away, so the two channel axes are never exchanged: the second reshape undoes the first and x comes back unchanged
def channel_shuffle(x, groups):
    n, c, h, w = x.shape
    grouped = x.reshape(n, groups, c // groups, h, w)
    grouped.transpose(0, 2, 1, 3, 4)
    return grouped.reshape(n, c, h, w)
# %% wrong: the channels are always read from x[0], so every image of the batch becomes the shuffled first image (right only for a batch of one)
def channel_shuffle(x, groups):
    n, c, h, w = x.shape
    size = c // groups
    out = np.zeros_like(x)
    k = 0
    for i in range(size):
        for g in range(groups):
            out[:, k] = x[0, g * size + i]
            k += 1
    return out
# %% wrong: x itself is overwritten in place (the argument is changed, and channels that were already overwritten are read again)
def channel_shuffle(x, groups):
    per_group = x.shape[1] // groups
    order = [g * per_group + i for i in range(per_group) for g in range(groups)]
    for new, old in enumerate(order):
        x[:, new] = x[:, old]
    return x
# %% right: an index list by arithmetic
def channel_shuffle(x, groups):
    c = x.shape[1]
    k = np.arange(c)
    return x[:, (k % groups) * (c // groups) + k // groups]
