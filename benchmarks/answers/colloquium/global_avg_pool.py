# %% wrong: the mean is over the axes (1, 2), channels and rows, and not over rows and columns; the result is (N, W)
def global_avg_pool(x):
    return np.mean(x, axis=(1, 2))
# %% wrong: keepdims=True, so the result is (N, C, 1, 1) and not (N, C)
def global_avg_pool(x):
    return x.mean(axis=(2, 3), keepdims=True)
# %% wrong: the maximum of each map is taken and not the mean
def global_avg_pool(x):
    n, c = x.shape[:2]
    return x.reshape(n, c, -1).max(axis=-1)
# %% wrong: the sum of each map is divided by H twice (H * H, both from shape[2]) and not by H * W, which is right for square maps only
def global_avg_pool(x):
    height, width = x.shape[2], x.shape[2]
    return x.sum(axis=3).sum(axis=2) / (height * width)
# %% right: einsum with weights 1 / (H W)
def global_avg_pool(x):
    *_, h, w = x.shape
    return np.einsum("nchw,h,w->nc", x, np.full(h, 1 / h), np.full(w, 1 / w))
