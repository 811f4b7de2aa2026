# %% wrong: the inverse: reshapes to (C // groups, groups) and exchanges (right when groups squared is C, or 1, or C)
def channel_shuffle(x, groups):
    N, C, H, W = x.shape
    return x.reshape(N, C // groups, groups, H, W).transpose(0, 2, 1, 3, 4).reshape(x.shape)
# %% wrong: forgets to exchange the axes: the two reshapes give x back
def channel_shuffle(x, groups):
    N, C, H, W = x.shape
    return x.reshape(N, groups, C // groups, H, W).reshape(N, C, H, W)
# %% wrong: exchanges the axes but does not reshape back: five axes
def channel_shuffle(x, groups):
    N, C, H, W = x.shape
    return x.reshape(N, groups, C // groups, H, W).swapaxes(1, 2)
# %% wrong: a random shuffle of the channels
def channel_shuffle(x, groups):
    order = np.random.permutation(x.shape[1])
    return x[:, order]
# %% wrong: shifts the channels by one group (np.roll) instead of dealing them out
def channel_shuffle(x, groups):
    return np.roll(x, x.shape[1] // groups, axis=1)
# %% right: an index list: place by place, one from each group in turn
def channel_shuffle(x, groups):
    per_group = x.shape[1] // groups
    order = [g * per_group + i for i in range(per_group) for g in range(groups)]
    return x[:, order]
