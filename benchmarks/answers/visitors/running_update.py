# %% wrong: two mistakes: momentum is taken as the share of the old statistics, and the biased variance is kept
def running_update(running_mean, running_var, x, momentum=0.1):
    mean = x.mean(axis=(0, 2, 3), keepdims=True)
    var = ((x - mean) ** 2).mean(axis=(0, 2, 3))
    moving_mean = momentum * running_mean + (1.0 - momentum) * mean.ravel()
    moving_var = momentum * running_var + (1.0 - momentum) * var
    return moving_mean, moving_var

# %% wrong: the n of the unbiased variance counts the images only, not N * H * W
def running_update(running_mean, running_var, x, momentum=0.1):
    n = len(x)
    channels = np.moveaxis(x, 1, 0).reshape(x.shape[1], -1)
    mean = channels.mean(axis=1)
    var = channels.var(axis=1) * n / (n - 1)
    return running_mean + momentum * (mean - running_mean), running_var + momentum * (var - running_var)

# %% wrong: the running arrays that were passed are changed in place
def running_update(running_mean, running_var, x, momentum=0.1):
    dims = (0, 2, 3)
    running_mean *= 1 - momentum
    running_mean += momentum * np.mean(x, dims)
    running_var *= 1 - momentum
    running_var += momentum * np.var(x, dims, ddof=1)
    return running_mean, running_var

# %% right: channel by channel, with plain sums
def running_update(running_mean, running_var, x, momentum=0.1):
    new_mean, new_var = [], []
    for c in range(x.shape[1]):
        numbers = np.asarray(x[:, c], dtype=float).ravel()
        n = numbers.size
        mean = numbers.sum() / n
        var = np.dot(numbers - mean, numbers - mean) / (n - 1)
        new_mean.append(running_mean[c] + momentum * (mean - running_mean[c]))
        new_var.append(running_var[c] + momentum * (var - running_var[c]))
    return np.array(new_mean), np.array(new_var)
