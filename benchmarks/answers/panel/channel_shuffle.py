# %% wrong: splits the channels into (C // groups, groups) instead of (groups, C // groups), which is the shuffle backwards; shows unless groups is 1, C, or C = groups * groups
def channel_shuffle(x, groups):
    n, c, h, w = x.shape
    y = x.reshape(n, c // groups, groups, h, w)
    return y.swapaxes(1, 2).reshape(x.shape)
# %% wrong: the two channel axes are never exchanged, so the channels come back in their old order; shows when 1 < groups < C
def channel_shuffle(x, groups):
    N, C, H, W = x.shape
    x = x.reshape(N, groups, C // groups, H, W)
    x = x.reshape(N, C, H, W)
    return x
# %% wrong: the values returned are right, but x itself is overwritten with the shuffled channels; shows when 1 < groups < C
def channel_shuffle(x, groups):
    share = x.shape[1] // groups
    old = x.copy()
    pos = 0
    for i in range(share):
        for g in range(groups):
            x[:, pos] = old[:, g * share + i]
            pos += 1
    return x
# %% wrong: always deals from 2 groups whatever `groups` is (a last odd channel stays 0); shows when groups is not 2
def channel_shuffle(x, groups):
    out = np.zeros(x.shape, dtype=x.dtype)
    half = x.shape[1] // 2
    for i in range(half):
        out[:, 2 * i] = x[:, i]            # from the first half
        out[:, 2 * i + 1] = x[:, half + i]  # from the second half
    return out
# %% right: a list of channel numbers, taken along axis 1
def channel_shuffle(x, groups):
    count = x.shape[1]
    order = [channel for start in range(count // groups) for channel in range(start, count, count // groups)]
    return np.take(x, order, axis=1)
