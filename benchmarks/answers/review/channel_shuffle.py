# %% wrong: the inverse shuffle, by reshape to (C // groups, groups)
def channel_shuffle(x, groups):
    n, c, h, w = x.shape
    return x.reshape(n, c // groups, groups, h, w).swapaxes(1, 2).reshape(n, c, h, w)
# %% wrong: a random permutation of the channels
def channel_shuffle(x, groups):
    order = np.random.default_rng(0).permutation(x.shape[1])
    return x[:, order]
# %% wrong: always two groups, whatever `groups` is
def channel_shuffle(x, groups):
    out = np.empty_like(x)
    half = x.shape[1] // 2
    out[:, 0::2] = x[:, :half]
    out[:, 1::2] = x[:, half:]
    return out
# %% right: a list of channel numbers
def channel_shuffle(x, groups):
    size = x.shape[1] // groups
    order = [g * size + i for i in range(size) for g in range(groups)]
    return x[:, order]
