# %% wrong: two mistakes: x itself is changed, and channels that were already overwritten are read again
def channel_shuffle(x, groups):
    n = x.shape[1] // groups
    k = 0
    for i in range(n):
        for g in range(groups):
            x[:, k] = x[:, g * n + i]
            k = k + 1
    return x
# %% wrong: always deals from two halves, whatever the number of groups
def channel_shuffle(x, groups):
    half = x.shape[1] // 2
    result = []
    for first, second in zip(range(half), range(half, x.shape[1])):
        result.append(x[:, first])
        result.append(x[:, second])
    return np.stack(result, axis=1)
# %% wrong: the inverse shuffle: splits into C / groups groups of `groups` channels
def channel_shuffle(x, groups):
    n, c, h, w = x.shape
    return x.reshape(n, c // groups, groups, h, w).swapaxes(1, 2).reshape(n, c, h, w)
# %% right: a list of channel numbers
def channel_shuffle(x, groups):
    share = x.shape[1] // groups
    order = [group * share + turn for turn in range(share) for group in range(groups)]
    return x[:, order]
