# %% wrong: mean over the channels, (N, H, W)
def global_avg_pool(x):
    return x.mean(axis=1)
# %% wrong: also averages over the batch, (C,)
def global_avg_pool(x):
    return np.mean(x, axis=(0, 2, 3))
# %% wrong: keepdims, answers (N, C, 1, 1)
def global_avg_pool(x):
    return x.mean(axis=(2, 3), keepdims=True)
# %% wrong: reshaped to (C, N, H * W) and turned, images and channels are mixed
def global_avg_pool(x: np.ndarray) -> np.ndarray:
    n, c, h, w = x.shape
    return x.reshape(c, n, h * w).mean(axis=-1).T
# %% wrong: the mean is taken in the dtype of x, integers are truncated
def global_avg_pool(x):
    return np.mean(x, axis=(2, 3), dtype=x.dtype)
# %% wrong: sum divided by H squared
def global_avg_pool(x):
    n, c, h, w = x.shape
    out = np.zeros((n, c))
    for i in range(n):
        for k in range(c):
            out[i, k] = x[i, k].sum() / (h * h)
    return out
# %% wrong: accumulates unsigned bytes in their own dtype, wraps above 255
def global_avg_pool(x):
    total = np.zeros(x.shape[:2], x.dtype)
    for i in range(x.shape[2]):
        for j in range(x.shape[3]):
            total = total + x[:, :, i, j]
    return total / (x.shape[2] * x.shape[3])
# %% wrong: squeezes the result, a batch of one or a single channel loses its axis
def global_avg_pool(x):
    return np.squeeze(np.mean(x, axis=(2, 3), keepdims=True))
# %% right: einsum
def global_avg_pool(x):
    h, w = x.shape[-2:]
    return np.einsum("nchw->nc", x.astype(float)) / (h * w)
# %% right: comprehension
def global_avg_pool(x):
    return np.array([[np.average(plane) for plane in picture] for picture in x])
