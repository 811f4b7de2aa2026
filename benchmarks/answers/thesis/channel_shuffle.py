# %% wrong: reshapes to (C // groups, groups), which undoes a shuffle in place of doing it; shows unless groups * groups is C (or groups is 1 or C)
def channel_shuffle(x, groups):
    N, C, H, W = x.shape
    y = x.reshape(N, C // groups, groups, H, W)
    y = y.transpose(0, 2, 1, 3, 4)
    return y.reshape(N, C, H, W)
# %% wrong: the axes are not exchanged, only reshaped, so the channels stay in their old order; shows when there are 2 groups or more with 2 channels or more
def channel_shuffle(x, groups):
    N, C, H, W = x.shape
    split = x.reshape(N, groups, C // groups, H, W)
    return split.reshape(N, C // groups, groups, H, W).reshape(x.shape)
# %% wrong: rows and columns are exchanged along with the channel axes, so the pixels of each map are in wrong order; shows when a map has two rows and two columns or more
def channel_shuffle(x, groups):
    n, c, h, w = x.shape
    g = x.reshape(n, groups, c // groups, h, w)
    return g.transpose(0, 2, 1, 4, 3).reshape(n, c, h, w)
# %% wrong: the result is right but it is written into x itself, so the argument is changed
def channel_shuffle(x, groups):
    size = x.shape[1] // groups
    order = []
    for i in range(size):
        for g in range(groups):
            order.append(g * size + i)
    x[:] = x[:, order]
    return x
# %% right: strided assignment, one group at a time
def channel_shuffle(x, groups):
    dealt = np.empty_like(x)
    for g, hand in enumerate(np.split(x, groups, axis=1)):
        dealt[:, g::groups] = hand
    return dealt
