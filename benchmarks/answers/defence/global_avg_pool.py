# %% wrong: the two axes of size 1 are kept (keepdims), so the shape is (N, C, 1, 1) instead of (N, C)
def global_avg_pool(x):
    return x.mean(axis=(2, 3), keepdims=True)
# %% wrong: the sum of each map is divided by H * H instead of H * W, wrong for maps that are not square
def global_avg_pool(x):
    N, C, H, W = x.shape
    return x.reshape(N, C, -1).sum(axis=2) / (H * H)
# %% wrong: the mean is taken over axes 1 and 2 (channels and rows) instead of 2 and 3, so the result is (N, W)
def global_avg_pool(x):
    return np.mean(x, axis=(1, 2))
# %% wrong: the largest value of each map is returned instead of its mean
def global_avg_pool(x):
    n, c = x.shape[:2]
    out = np.zeros((n, c))
    for i in range(n):
        for j in range(c):
            out[i, j] = np.max(x[i, j])
    return out
# %% right: a matrix product with a vector of equal weights
def global_avg_pool(x):
    pixels = x.shape[2] * x.shape[3]
    return x.reshape(*x.shape[:2], pixels) @ np.full(pixels, 1 / pixels)
