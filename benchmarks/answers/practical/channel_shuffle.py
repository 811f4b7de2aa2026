# %% wrong: reshapes to (C // groups, groups) instead of (groups, C // groups): this undoes a shuffle; right only where C is the square of groups
def channel_shuffle(x, groups):
    N, C, H, W = x.shape
    split = x.reshape(N, C // groups, groups, H, W)
    return split.swapaxes(1, 2).reshape(N, C, H, W)
# %% wrong: stops half way: the axes are exchanged, but the result keeps five axes (N, C // groups, groups, H, W)
def channel_shuffle(x, groups):
    n, c, h, w = x.shape
    return np.einsum("ngkhw->nkghw", x.reshape(n, groups, c // groups, h, w))
# %% wrong: brings the channels into a random order and ignores groups, as one shuffles cards, instead of dealing them out
def channel_shuffle(x, groups):
    order = np.random.default_rng(0).permutation(x.shape[1])
    return x[:, order]
# %% wrong: two mistakes: always deals from two halves whatever groups is (ValueError for an odd number of channels), and works in place with views, so x is changed and channels are overwritten before they are read
def channel_shuffle(x, groups):
    half = x.shape[1] // 2
    first, second = x[:, :half], x[:, half:]
    x[:, ::2] = first
    x[:, 1::2] = second
    return x
# %% right: slices of every depth-th channel, joined
def channel_shuffle(x, groups):
    depth = x.shape[1] // groups
    return np.concatenate([x[:, start::depth] for start in range(depth)], axis=1)
