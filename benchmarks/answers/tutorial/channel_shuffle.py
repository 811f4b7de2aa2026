# %% wrong: transpose names only three of the five axes: ValueError
def channel_shuffle(x, groups):
    n, c, h, w = x.shape
    split = x.reshape(n, groups, c // groups, h, w)
    return split.transpose(0, 2, 1).reshape(n, c, h, w)
# %% wrong: the inverse shuffle: every groups-th channel is collected, 0 2 4 1 3 5 for two groups of six; right only where there are as many groups as channels in a group
def channel_shuffle(x, groups):
    return np.concatenate([x[:, g::groups] for g in range(groups)], axis=1)
# %% wrong: the steps of C // groups wrap round to channel 0 and not to the next one: the first channel of each group is repeated and the others are lost (0 3 0 3 0 3)
def channel_shuffle(x, groups):
    channels = x.shape[1]
    order = [i * (channels // groups) % channels for i in range(channels)]
    return x[:, order]
# %% wrong: two mistakes: always two halves, whatever the groups, and the channels are written into the caller's x, where some are overwritten before they are read
def channel_shuffle(x, groups):
    half = x.shape[1] // 2
    for i in range(half):
        x[:, 2 * i] = x[:, i]
        x[:, 2 * i + 1] = x[:, half + i]
    return x
# %% right: order of the channels as a list of numbers
def channel_shuffle(x, groups):
    per_group = x.shape[1] // groups
    order = [g * per_group + i for i in range(per_group) for g in range(groups)]
    return x[:, order]
