# %% wrong: the axis is cut into (C // groups, groups) instead of (groups, C // groups): the inverse shuffle
def channel_shuffle(x, groups):
    n, c, h, w = x.shape
    cut = x.reshape(n, c // groups, groups, h, w)
    return np.swapaxes(cut, 1, 2).reshape(n, c, h, w)
# %% wrong: the groups change places as blocks, 3 4 5 0 1 2
def channel_shuffle(x, groups):
    blocks = np.split(x, groups, axis=1)
    return np.concatenate(blocks[::-1], axis=1)
# %% wrong: a random order
def channel_shuffle(x, groups):
    order = np.random.permutation(x.shape[1])
    return x[:, order]
# %% wrong: the axes are exchanged with the rows among them: transpose mixes channels and rows
def channel_shuffle(x, groups):
    n, c, h, w = x.shape
    return x.reshape(n, groups, c // groups, h, w).transpose(0, 3, 2, 1, 4).reshape(n, c, h, w)
# %% right: an index list, dealt like cards
def channel_shuffle(x, groups):
    depth = x.shape[1] // groups
    order = [g * depth + i for i in range(depth) for g in range(groups)]
    return x[:, order]
# %% right: slices with a step, one group after the other
def channel_shuffle(x, groups):
    out = np.empty_like(x)
    depth = x.shape[1] // groups
    for g in range(groups):
        out[:, g::groups] = x[:, g * depth:(g + 1) * depth]
    return out
