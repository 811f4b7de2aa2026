# %% wrong: the inverse: collects every G-th channel into one group, in place of dealing the groups out
def channel_shuffle(x, groups):
    return np.concatenate([x[:, g::groups] for g in range(groups)], axis=1)
# %% wrong: the result of swapaxes is dropped (it does not work in place), so nothing moves at all
def channel_shuffle(x, groups):
    n, c, h, w = x.shape
    split = x.reshape(n, groups, c // groups, h, w)
    np.swapaxes(split, 1, 2)
    return split.reshape(n, c, h, w)
# %% wrong: exchanges axes 0 and 1 (images and groups) in place of 1 and 2
def channel_shuffle(x, groups):
    n, c, h, w = x.shape
    split = x.reshape(n, groups, c // groups, h, w)
    return np.swapaxes(split, 0, 1).reshape(x.shape)
# %% wrong: always deals out two halves, whatever the number of groups (ValueError where C is odd)
def channel_shuffle(x, groups):
    half = x.shape[1] // 2
    output = np.zeros_like(x)
    output[:, 0::2] = x[:, :half]
    output[:, 1::2] = x[:, half : 2 * half]
    return output
# %% right: a list of the channels in their new order
def channel_shuffle(x, groups):
    blocks = np.split(np.arange(x.shape[1]), groups)
    order = [channel for turn in zip(*blocks) for channel in turn]
    return x[:, order]
