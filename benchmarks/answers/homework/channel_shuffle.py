# %% wrong: reshape with groups second: the inverse
def channel_shuffle(x, groups):
    n, c, h, w = x.shape
    return x.reshape(n, c // groups, groups, h, w).swapaxes(1, 2).reshape(x.shape)
# %% wrong: no exchange: nothing happens
def channel_shuffle(x, groups):
    n, c, h, w = x.shape
    return x.reshape(n, groups, c // groups, h, w).reshape(n, c, h, w)
# %% wrong: random permutation
def channel_shuffle(x, groups):
    return x[:, np.random.default_rng(0).permutation(x.shape[1])]
# %% wrong: reverses the groups
def channel_shuffle(x, groups):
    return np.concatenate(np.split(x, groups, axis=1)[::-1], axis=1)
# %% right: index
def channel_shuffle(x, groups):
    return x[:, np.arange(x.shape[1]).reshape(groups, -1).T.ravel()]
