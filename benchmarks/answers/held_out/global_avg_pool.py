# %% wrong: rows are averaged and then the channels (the axes shift after the first mean)
def global_avg_pool(x):
    return x.mean(axis=2).mean(axis=1)
# %% wrong: maximum of each map
def global_avg_pool(x):
    out = np.zeros((len(x), len(x[0])))
    for n, image in enumerate(x):
        for c, plane in enumerate(image):
            out[n, c] = np.max(plane)
    return out
# %% wrong: plain sum of each map
def global_avg_pool(x):
    out = np.zeros((len(x), len(x[0])))
    for n, image in enumerate(x):
        for c, plane in enumerate(image):
            out[n, c] = np.sum(plane)
    return out
# %% wrong: divided by the number of all values of the array and not of one map
def global_avg_pool(x):
    return x.sum(axis=(2, 3)) / x.size
# %% wrong: axes (1, 2): channels and rows are averaged, (N, W)
def global_avg_pool(x):
    return np.mean(x, axis=(1, 2))
# %% wrong: the batch is averaged as well, only (C,) remains
def global_avg_pool(x):
    n, c, h, w = x.shape
    return x.transpose(1, 0, 2, 3).reshape(c, -1).mean(axis=1)
# %% wrong: reshape to (N, H * W, C) tears the maps apart
def global_avg_pool(x):
    n, c, h, w = x.shape
    return x.reshape(n, h * w, c).mean(axis=1)
# %% wrong: the median of each map
def global_avg_pool(x):
    return np.median(x, axis=(2, 3))
# %% wrong: integer division, the averages are rounded down
def global_avg_pool(x):
    return x.sum(axis=(2, 3)) // (x.shape[2] * x.shape[3])
# %% wrong: only channel 0 of each image, (N,)
def global_avg_pool(x):
    return np.array([image[0].mean() for image in x])
# %% wrong: divided by height + width
def global_avg_pool(x):
    return x.sum(axis=(2, 3)) / (x.shape[2] + x.shape[3])
# %% wrong: AxisError, axes 3 and 4 are counted from 1
def global_avg_pool(x):
    return x.mean(axis=(3, 4))
# %% right: two means one after the other
def global_avg_pool(x):
    return x.mean(axis=3).mean(axis=2)
# %% right: einsum
def global_avg_pool(x):
    return np.einsum("nchw->nc", x) / (x.shape[-1] * x.shape[-2])
# %% right: nested list
def global_avg_pool(x):
    return np.array([[plane.sum() / plane.size for plane in image] for image in x])
