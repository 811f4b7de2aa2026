# %% wrong: the inverse shuffle: the channels are split into C // groups blocks of groups, so with 2 groups 0 1 2 3 4 5 become 0 2 4 1 3 5
def channel_shuffle(x, groups):
    N, C, H, W = x.shape
    dealt = x.reshape(N, C // groups, groups, H, W)
    return dealt.transpose(0, 2, 1, 3, 4).reshape(N, C, H, W)
# %% wrong: the order is right, but the result is written into x itself, so the argument is changed
def channel_shuffle(x, groups):
    size = x.shape[1] // groups
    order = [g * size + i for i in range(size) for g in range(groups)]
    x[:] = x[:, order]
    return x
# %% wrong: the last reshape is forgotten: it returns five axes, (N, C // groups, groups, H, W)
def channel_shuffle(x, groups):
    n, c, h, w = x.shape
    return x.reshape(n, groups, c // groups, h, w).swapaxes(1, 2)
# %% wrong: groups is ignored: the two halves are always interleaved, as for 2 groups; an odd number of channels raises a ValueError
def channel_shuffle(x, groups):
    half = x.shape[1] // 2
    out = np.empty_like(x)
    out[:, 0::2] = x[:, :half]
    out[:, 1::2] = x[:, half:]
    return out
# %% right: splits into groups and stacks them on a new axis behind the channels
def channel_shuffle(x, groups):
    return np.stack(np.split(x, groups, axis=1), axis=2).reshape(x.shape)
