# %% wrong: reshaped to (C // groups, groups) instead of (groups, C // groups), so the shuffle is the inverse one: 0 1 2 3 4 5 with 2 groups become 0 2 4 1 3 5
def channel_shuffle(x, groups):
    N, C, H, W = x.shape
    y = x.reshape(N, C // groups, groups, H, W)
    return y.swapaxes(1, 2).reshape(x.shape)
# %% wrong: the two channel axes are never exchanged; it reshapes there and back, so x comes back unchanged
def channel_shuffle(x, groups):
    n, c, h, w = x.shape
    split = x.reshape(n, groups, c // groups, h, w)
    split.swapaxes(1, 2)
    return split.reshape(n, c, h, w)
# %% wrong: the wrong axes are exchanged (2 and 3, channel in the group with the rows, instead of 1 and 2), so rows and channels are mixed up
def channel_shuffle(x, groups):
    n, c, h, w = x.shape
    return x.reshape(n, groups, c // groups, h, w).transpose(0, 1, 3, 2, 4).reshape(x.shape)
# %% wrong: only the first channel of each group is dealt out: the loop over the rounds is missing, so only `groups` channels come back instead of C
def channel_shuffle(x, groups):
    size = x.shape[1] // groups
    dealt = [x[:, g * size] for g in range(groups)]
    return np.stack(dealt, axis=1)
# %% right: an index array of the dealt order
def channel_shuffle(x, groups):
    order = np.arange(x.shape[1]).reshape(groups, -1).ravel(order="F")
    return np.take(x, order, axis=1)
