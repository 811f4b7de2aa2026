# %% wrong: the unbiased variance is corrected with n = number of images N instead of N · H · W (a single image divides by 0)
def running_update(running_mean, running_var, x, momentum=0.1):
    n = len(x)
    mean = x.mean(axis=(0, 2, 3))
    var = x.var(axis=(0, 2, 3)) * n / (n - 1)
    return (1 - momentum) * running_mean + momentum * mean, (1 - momentum) * running_var + momentum * var
# %% wrong: the passed running arrays are changed in place by *= and +=
def running_update(running_mean, running_var, x, momentum=0.1):
    running_mean *= 1 - momentum
    running_mean += momentum * x.mean(axis=(0, 2, 3))
    running_var *= 1 - momentum
    running_var += momentum * x.var(axis=(0, 2, 3), ddof=1)
    return running_mean, running_var
# %% wrong: the old values are not multiplied by 1 - momentum, the batch's share is just added
def running_update(running_mean, running_var, x, momentum=0.1):
    axes = (0, 2, 3)
    new_mean = running_mean + momentum * np.mean(x, axis=axes)
    new_var = running_var + momentum * np.var(x, axis=axes, ddof=1)
    return new_mean, new_var
# %% wrong: the batch's variance is measured around the new running mean instead of the batch's own mean
def running_update(running_mean, running_var, x, momentum=0.1):
    keep = 1 - momentum
    channels_last = x.transpose(0, 2, 3, 1).reshape(-1, x.shape[1])
    mean = keep * running_mean + momentum * channels_last.mean(axis=0)
    batch_var = ((channels_last - mean) ** 2).sum(axis=0) / (len(channels_last) - 1)
    var = keep * running_var + momentum * batch_var
    return mean, var
# %% right: moves each old value a step towards the batch's, channel by channel
def running_update(running_mean, running_var, x, momentum=0.1):
    pairs = []
    for c in range(x.shape[1]):
        numbers = x[:, c].ravel()
        centre = numbers.sum() / numbers.size
        spread = np.square(numbers - centre).sum() / (numbers.size - 1)
        pairs.append((running_mean[c] + momentum * (centre - running_mean[c]),
                      running_var[c] + momentum * (spread - running_var[c])))
    mean, var = zip(*pairs)
    return np.array(mean), np.array(var)
