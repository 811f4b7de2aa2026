# %% wrong: keeps the two averaged axes, the result has shape (N, C, 1, 1) instead of (N, C)
def global_avg_pool(x):
    return np.mean(x, axis=(2, 3), keepdims=True)
# %% wrong: the output array has the dtype of x, so means of integer maps are cut to whole numbers; shows for integer input only
def global_avg_pool(x):
    n, c = x.shape[:2]
    pooled = np.empty((n, c), dtype=x.dtype)
    for i in range(n):
        for j in range(c):
            pooled[i, j] = x[i, j].mean()
    return pooled
# %% wrong: the sum is divided by W * W instead of H * W; right for square maps only
def global_avg_pool(x):
    N, C, H, W = x.shape
    total = np.zeros((N, C))
    for r in range(H):
        for s in range(W):
            total += x[:, :, r, s]
    return total / W ** 2
# %% wrong: the result is (C, N) instead of (N, C); shows in the shape when N is not C, else in the values
def global_avg_pool(x):
    # one list entry for each channel
    return np.array([x[:, c].mean(axis=(1, 2)) for c in range(x.shape[1])])
# %% right: each map times a vector of equal weights
def global_avg_pool(x):
    flat = x.reshape(x.shape[0], x.shape[1], x.shape[2] * x.shape[3])
    return flat @ np.full(flat.shape[2], 1 / flat.shape[2])
