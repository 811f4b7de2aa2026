# %% wrong: the maximum instead of the mean
def global_avg_pool(x):
    return x.max(axis=(2, 3))
# %% wrong: keeps the axes: (N, C, 1, 1)
def global_avg_pool(x):
    return x.mean(axis=(2, 3), keepdims=True)
# %% wrong: mean over the width only: (N, C, H)
def global_avg_pool(x):
    return x.mean(axis=-1)
# %% wrong: mean over the channels and the height: axes (1, 2)
def global_avg_pool(x):
    return x.mean(axis=(1, 2))
# %% wrong: sum instead of mean
def global_avg_pool(x):
    N, C = x.shape[:2]
    return x.reshape(N, C, -1).sum(axis=2)
# %% right: einsum leaves height and width out, then division by the number of pixels
def global_avg_pool(x):
    h, w = x.shape[2:]
    return np.einsum("nchw->nc", x.astype(float)) / (h * w)
