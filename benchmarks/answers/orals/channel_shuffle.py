# %% wrong: makes the inverse shuffle: reshapes to (C // groups, groups) instead of (groups, C // groups), so with 2 groups 0 1 2 3 4 5 become 0 2 4 1 3 5
def channel_shuffle(x, groups):
    N, C, H, W = x.shape
    return x.reshape(N, C // groups, groups, H, W).swapaxes(1, 2).reshape(N, C, H, W)
# %% wrong: the last reshape is forgotten: the order is right but the result has five axes, (N, C // groups, groups, H, W)
def channel_shuffle(x, groups):
    n, c, h, w = x.shape
    parts = x.reshape(n, groups, c // groups, h, w)
    return parts.transpose(0, 2, 1, 3, 4)
# %% wrong: always shuffles two halves; the argument groups is ignored, and an odd number of channels raises ValueError
def channel_shuffle(x, groups):
    half = x.shape[1] // 2
    out = np.empty_like(x)
    out[:, 0::2] = x[:, :half]
    out[:, 1::2] = x[:, half:]
    return out
# %% wrong: the result is right, but it is written into x, so the caller's array is changed
def channel_shuffle(x, groups):
    per_group = x.shape[1] // groups
    order = [g * per_group + k for k in range(per_group) for g in range(groups)]
    x[:] = x[:, order]
    return x
# %% right: strided assignment, group by group
def channel_shuffle(x, groups):
    dealt = np.zeros_like(x)
    for g, hand in enumerate(np.split(x, groups, axis=1)):
        dealt[:, g::groups] = hand
    return dealt
