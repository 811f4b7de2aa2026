# %% wrong: "unbiased" is made with the number of images, N / (N - 1), instead of the number of values N · H · W of a channel (inf or nan for one image)
def running_update(running_mean, running_var, x, momentum=0.1):
    n = np.float64(x.shape[0])
    mean = x.mean(axis=(0, 2, 3))
    var = x.var(axis=(0, 2, 3)) * n / (n - 1)
    return (1 - momentum) * running_mean + momentum * mean, (1 - momentum) * running_var + momentum * var
# %% wrong: mean and variance keep their axes (1, C, 1, 1), so together with (C,) the results broadcast to (1, C, 1, C) instead of (C,)
def running_update(running_mean, running_var, x, momentum=0.1):
    new_mean = np.mean(x, axis=(0, 2, 3), keepdims=True)
    new_var = np.var(x, axis=(0, 2, 3), ddof=1, keepdims=True)
    kept = 1 - momentum
    return kept * running_mean + momentum * new_mean, kept * running_var + momentum * new_var
# %% wrong: two mistakes: momentum is taken as the share of the old values (as in Keras), and the variance is the biased one
def running_update(running_mean, running_var, x, momentum=0.1):
    per_channel = x.transpose(1, 0, 2, 3).reshape(x.shape[1], -1)
    mean = momentum * running_mean + (1 - momentum) * per_channel.mean(axis=1)
    var = momentum * running_var + (1 - momentum) * per_channel.var(axis=1)
    return mean, var
# %% wrong: the numbers are right, but running_mean and running_var are changed in place and returned themselves, where two new arrays are asked for
def running_update(running_mean, running_var, x, momentum=0.1):
    for c in range(x.shape[1]):
        values = x[:, c].ravel()
        running_mean[c] = (1 - momentum) * running_mean[c] + momentum * values.mean()
        running_var[c] = (1 - momentum) * running_var[c] + momentum * values.var(ddof=1)
    return running_mean, running_var
# %% right: a step towards the batch's statistics
def running_update(running_mean, running_var, x, momentum=0.1):
    count = x.size // x.shape[1]
    mean = np.einsum("nchw->c", x) / count
    var = np.einsum("nchw->c", (x - mean[:, None, None]) ** 2) / (count - 1)
    return running_mean + momentum * (mean - running_mean), running_var + momentum * (var - running_var)
