# %% wrong: the biased variance, divided by n, is kept instead of the unbiased one
def running_update(running_mean, running_var, x, momentum=0.1):
    mean, var = x.mean(axis=(0, 2, 3)), x.var(axis=(0, 2, 3))
    return (1 - momentum) * running_mean + momentum * mean, (1 - momentum) * running_var + momentum * var
# %% wrong: momentum is taken as the share of the old, as in Keras (0.1 of the old, 0.9 of the new)
def running_update(running_mean, running_var, x, momentum=0.1):
    channels = x.transpose(1, 0, 2, 3).reshape(x.shape[1], -1)
    rm = [momentum * old + (1 - momentum) * c.mean() for old, c in zip(running_mean, channels)]
    rv = [momentum * old + (1 - momentum) * c.var(ddof=1) for old, c in zip(running_var, channels)]
    return np.array(rm), np.array(rv)
# %% wrong: the running arrays that are passed in are changed in place (the numbers are right): *= and += write into the arguments
def running_update(running_mean, running_var, x, momentum=0.1):
    running_mean *= 1 - momentum
    running_mean += momentum * x.mean(axis=(0, 2, 3))
    running_var *= 1 - momentum
    running_var += momentum * x.var(axis=(0, 2, 3), ddof=1)
    return running_mean, running_var
# %% wrong: two mistakes: the variance is corrected by N / (N - 1) with the number of images, not of all N·H·W numbers, which raises ZeroDivisionError for one image; and the mean keeps an axis, (C, 1), so the new running mean broadcasts to (C, C) instead of (C,)
def running_update(running_mean, running_var, x, momentum=0.1):
    N = x.shape[0]
    mean = x.mean(axis=0).mean(axis=(1, 2), keepdims=True)[:, 0]
    var = x.var(axis=(0, 2, 3)) * N / (N - 1)
    return (1 - momentum) * running_mean + momentum * mean, (1 - momentum) * running_var + momentum * var
# %% right: sums and squares, old plus a part of the difference
def running_update(running_mean, running_var, x, momentum=0.1):
    n = x.size // x.shape[1]
    mean = np.einsum("nchw->c", x) / n
    apart = x - mean[None, :, None, None]
    var = np.einsum("nchw,nchw->c", apart, apart) / (n - 1)
    return running_mean + momentum * (mean - running_mean), running_var + momentum * (var - running_var)
