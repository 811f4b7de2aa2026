# %% wrong: the mean goes over channels and rows, axis=(1, 2), so the result is (N, W)
def global_avg_pool(x):
    return np.mean(x, axis=(1, 2))
# %% wrong: the two axes are kept with length 1: the result is (N, C, 1, 1), not (N, C)
def global_avg_pool(x):
    return x.mean(axis=(2, 3), keepdims=True)
# %% wrong: the sum is divided by the height squared, which is right for square maps only
def global_avg_pool(x):
    n, c, size = x.shape[:3]
    pooled = np.zeros((n, c))
    for i in range(n):
        for j in range(c):
            pooled[i, j] = x[i, j].sum() / size ** 2
    return pooled
# %% wrong: takes the largest value of each map, not the mean (global max pooling)
def global_avg_pool(x):
    N, C, H, W = x.shape
    return x.reshape(N, C, H * W).max(axis=2)
# %% right: a product with a vector of equal weights
def global_avg_pool(x):
    images, channels, height, width = x.shape
    share = np.full(height * width, 1 / (height * width))
    return x.reshape(images, channels, -1) @ share
