# %% wrong: the reshape puts the pixels before the channels without a transpose, so values of different channels are averaged together; shows with two channels and two pixels or more
def global_avg_pool(x):
    N, C, H, W = x.shape
    flat = x.reshape(N, H * W, C)
    return flat.mean(axis=1)
# %% wrong: keeps the two axes, the result is (N, C, 1, 1)
def global_avg_pool(x):
    return np.mean(x, axis=(2, 3), keepdims=True)
# %% wrong: divides by height squared, right for square maps only
def global_avg_pool(x):
    size = x.shape[2]
    return x.sum(axis=2).sum(axis=2) / size ** 2
# %% wrong: averages over the batch as well, the result is (C,)
def global_avg_pool(x):
    # one number for each channel
    return np.array([x[:, c].mean() for c in range(x.shape[1])])
# %% right: a matrix product with equal weights
def global_avg_pool(x):
    n, c, *size = x.shape
    pixels = math.prod(size)
    return x.reshape(n, c, pixels) @ np.full(pixels, 1 / pixels)
