# %% wrong: after the mean over axis 2 there is no axis 3 any more: AxisError
def global_avg_pool(x):
    return x.mean(axis=2).mean(axis=3)
# %% wrong: the sum is divided by the height squared; right for square maps
def global_avg_pool(x):
    size = x.shape[2]
    return np.einsum("nchw->nc", x) / size ** 2
# %% wrong: reshape to (N, H * W, C) tears the maps apart: each mean is over every C-th number and not over one channel; right for one channel
def global_avg_pool(x):
    n, c, h, w = x.shape
    pixels = x.reshape(n, h * w, c)
    return pixels.mean(axis=1)
# %% wrong: two mistakes: the maximum of each map in place of the mean, and the shape is (N, C, 1, 1)
def global_avg_pool(x):
    return np.max(x, axis=(2, 3), keepdims=True)
# %% right: nested lists of means
def global_avg_pool(x):
    return [[sum(map(float, m.ravel())) / m.size for m in image] for image in x]
