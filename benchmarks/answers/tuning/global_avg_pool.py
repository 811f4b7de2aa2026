# %% wrong: one average for each image, the channels are averaged too
def global_avg_pool(x):
    return x.mean(axis=(1, 2, 3))
# %% wrong: the maximum instead of the average
def global_avg_pool(x):
    return x.max(axis=(2, 3))
# %% wrong: the sum, not divided by H * W
def global_avg_pool(x):
    return x.sum(axis=(2, 3))
# %% wrong: the last two axes are kept with length 1, (N, C, 1, 1)
def global_avg_pool(x):
    return x.mean(axis=(2, 3), keepdims=True)
# %% wrong: averaged over batch and channels, axes (0, 1)
def global_avg_pool(x):
    return x.mean(axis=(0, 1))
# %% wrong: only the rows are averaged away, (N, C, W)
def global_avg_pool(x):
    return x.mean(axis=2)
# %% wrong: averaged over batch, height and width, one number a channel
def global_avg_pool(x):
    return x.mean(axis=(0, 2, 3))
# %% wrong: one number for everything
def global_avg_pool(x):
    return x.mean()
# %% wrong: divided by the height squared, right for square maps only
def global_avg_pool(x):
    return x.sum(axis=(2, 3)) / x.shape[2] ** 2
# %% wrong: the result is transposed, (C, N)
def global_avg_pool(x):
    return x.mean(axis=(2, 3)).T
# %% wrong: TypeError, mean gets the axes as two arguments, the second as dtype
def global_avg_pool(x):
    return x.mean(2, 3)
# %% right: mean over the last two axes
def global_avg_pool(x):
    return x.mean(axis=(2, 3))
# %% right: flattened maps
def global_avg_pool(x):
    n, c, h, w = x.shape
    return x.reshape(n, c, h * w).sum(axis=2) / (h * w)
# %% right: loops
def global_avg_pool(x):
    out = np.zeros(x.shape[:2])
    for n in range(x.shape[0]):
        for c in range(x.shape[1]):
            out[n, c] = np.average(x[n, c])
    return out
