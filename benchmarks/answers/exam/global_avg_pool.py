# %% wrong: after the first mean the axes have moved up, the second one averages the channels, (N, W)
def global_avg_pool(x):
    return x.mean(axis=2).mean(axis=1)

# %% wrong: squeeze takes the batch axis away where N is 1
def global_avg_pool(x):
    return x.mean(axis=(2, 3), keepdims=True).squeeze()

# %% wrong: divides by the square of the height, maps taken as square
def global_avg_pool(x):
    return x.sum(axis=(2, 3)) / x.shape[2] ** 2

# %% wrong: keepdims leaves (N, C, 1, 1)
def global_avg_pool(x):
    return np.mean(x, axis=(2, 3), keepdims=True)

# %% wrong: the batch is averaged as well, (C,)
def global_avg_pool(x):
    return np.array([x[:, c].mean() for c in range(x.shape[1])])

# %% wrong: the median of each map instead of the mean
def global_avg_pool(x):
    n, c, h, w = x.shape
    flat = x.reshape(n, c, h * w)
    return np.median(flat, axis=2)

# %% right: flatten the maps, then one mean
def global_avg_pool(x):
    n, c = x.shape[:2]
    return x.reshape(n, c, -1).mean(axis=-1)
