# %% wrong: the mean is taken over the channels as well, which leaves one number for each image, (N,)
def global_avg_pool(x):
    return np.mean(x, axis=(1, 2, 3))
# %% wrong: keepdims leaves two axes of length 1: (N, C, 1, 1) in place of (N, C)
def global_avg_pool(x):
    return x.mean(axis=(2, 3), keepdims=True)
# %% wrong: the sum is divided by H · H, not H · W; shows for maps that are not square
def global_avg_pool(x):
    n, c, size = x.shape[:3]
    out = np.zeros((n, c))
    for i in range(n):
        for j in range(c):
            out[i, j] = x[i, j].sum() / size**2
    return out
# %% wrong: the mean is taken over the batch as well, so that every image gets the same numbers; shows with two images or more
def global_avg_pool(x):
    N, C, H, W = x.shape
    means = [x[:, c].mean() for c in range(C)]
    return np.array([means] * N)
# %% right: a product with a vector of equal weights
def global_avg_pool(x):
    N, C, H, W = x.shape
    return x.reshape(N, C, H * W) @ np.full(H * W, 1 / (H * W))
