# %% wrong: the two averaged axes are kept, so the shape is (N, C, 1, 1) instead of (N, C)
def global_avg_pool(x):
    return x.mean(axis=(2, 3), keepdims=True)
# %% wrong: divides by H * H instead of H * W, so it is right only for square maps
def global_avg_pool(x):
    n, c, size = x.shape[:3]
    out = np.zeros((n, c))
    for image in range(n):
        for channel in range(c):
            out[image, channel] = x[image, channel].sum() / size**2
    return out
# %% wrong: takes x for channels last: reshape(N, -1, C) gives the right shape, but mixes values of different channels
def global_avg_pool(x):
    batch, channels = x.shape[:2]
    return x.reshape(batch, -1, channels).mean(axis=1)
# %% wrong: averages over the images of the batch, too, so it returns (C,) instead of (N, C)
def global_avg_pool(x):
    return np.array([x[:, channel].mean() for channel in range(x.shape[1])])
# %% right: einsum for the sums, divided by the number of pixels
def global_avg_pool(x):
    return np.einsum("nchw->nc", x) / math.prod(x.shape[2:])
