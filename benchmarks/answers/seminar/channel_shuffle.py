# %% wrong: the two channel axes stand in the wrong order in the first reshape, (C // groups, groups), so that the shuffle is undone instead of done; shows unless groups² = C, or groups is 1 or C
def channel_shuffle(x, groups):
    n, c, h, w = x.shape
    y = x.reshape(n, c // groups, groups, h, w)
    y = y.transpose(0, 2, 1, 3, 4)
    return y.reshape(n, c, h, w)
# %% wrong: deals from two halves whatever `groups` says; shows where groups is not 2 and C is above 2
def channel_shuffle(x, groups):
    C = x.shape[1]
    half = (C + 1) // 2
    out = np.empty_like(x)
    out[:, 0::2] = x[:, :half]
    out[:, 1::2] = x[:, half:]
    return out
# %% wrong: the transpose exchanges height and width as well, so that each map comes out with its pixels in the wrong places; shows wherever H and W are above 1, also for groups = 1
def channel_shuffle(x, groups):
    N, C, H, W = x.shape
    return x.reshape(N, groups, -1, H, W).transpose(0, 2, 1, 4, 3).reshape(N, C, H, W)
# %% wrong: `result = x` is no copy: the function writes into its argument, and reads channels that it has already overwritten
def channel_shuffle(x, groups):
    result = x
    size = x.shape[1] // groups
    place = 0
    for i in range(size):
        for g in range(groups):
            result[:, place] = x[:, g * size + i]
            place += 1
    return result
# %% right: a list of channel numbers, sorted by place in the group
def channel_shuffle(x, groups):
    size = x.shape[1] // groups
    order = sorted(range(x.shape[1]), key=lambda c: (c % size, c // size))
    return np.take(x, order, axis=1)
