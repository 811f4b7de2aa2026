# %% wrong: two mistakes: momentum is taken as the share of the old statistics, not of the new batch, and the variance is the biased one
def running_update(running_mean, running_var, x, momentum=0.1):
    mean = x.mean(axis=(0, 2, 3))
    var = x.var(axis=(0, 2, 3))
    return momentum * running_mean + (1 - momentum) * mean, momentum * running_var + (1 - momentum) * var
# %% wrong: the biased variance is kept, divided by n instead of n - 1
def running_update(running_mean, running_var, x, momentum=0.1):
    numbers = np.moveaxis(x, 1, 0).reshape(x.shape[1], -1)
    new = [(1 - momentum) * old + momentum * batch
           for old, batch in ((running_mean, numbers.mean(axis=1)), (running_var, numbers.var(axis=1)))]
    return new[0], new[1]
# %% wrong: n is taken for the number of images: the factor is N / (N - 1) instead of N·H·W / (N·H·W - 1), and with one image it divides by 0 (ZeroDivisionError)
def running_update(running_mean, running_var, x, momentum=0.1):
    n = x.shape[0]
    mean, var = x.mean(axis=(0, 2, 3)), x.var(axis=(0, 2, 3)) * (n / (n - 1))
    return (running_mean + momentum * (mean - running_mean), running_var + momentum * (var - running_var))
# %% wrong: variances are taken image by image and averaged, so what differs between the images is lost; the mean is right
def running_update(running_mean, running_var, x, momentum=0.1):
    mean = x.mean(axis=(0, 2, 3))
    var = x.var(axis=(2, 3), ddof=1).mean(axis=0)
    keep = 1 - momentum
    return keep * running_mean + momentum * mean, keep * running_var + momentum * var
# %% right: np.cov for the unbiased variance
def running_update(running_mean, running_var, x, momentum=0.1):
    pairs = []
    for channel in range(x.shape[1]):
        numbers = x[:, channel].ravel()
        pairs.append((numbers.sum() / numbers.size, float(np.cov(numbers))))
    means, variances = np.transpose(pairs)
    return tuple(np.average([old, new], axis=0, weights=[1 - momentum, momentum])
                 for old, new in ((running_mean, means), (running_var, variances)))
