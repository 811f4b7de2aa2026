# %% wrong: the unbiased variance is made with n = N, the number of images, instead of N times H times W (a division by zero for one image)
def running_update(running_mean, running_var, x, momentum=0.1):
    n = x.shape[0]
    mean = x.mean(axis=(0, 2, 3))
    var = x.var(axis=(0, 2, 3)) * n / (n - 1)
    return (1 - momentum) * running_mean + momentum * mean, (1 - momentum) * running_var + momentum * var
# %% wrong: copy slip: the new running variance keeps its old share from running_mean instead of running_var
def running_update(running_mean, running_var, x, momentum=0.1):
    axes = (0, 2, 3)
    new_mean = (1 - momentum) * running_mean + momentum * np.mean(x, axis=axes)
    new_var = (1 - momentum) * running_mean + momentum * np.var(x, axis=axes, ddof=1)
    return new_mean, new_var
# %% wrong: the numbers are right, but the two running arrays that were passed are changed in place
def running_update(running_mean, running_var, x, momentum=0.1):
    channels = x.swapaxes(0, 1).reshape(x.shape[1], -1)
    running_mean[:] = (1 - momentum) * running_mean + momentum * channels.mean(axis=1)
    running_var[:] = (1 - momentum) * running_var + momentum * channels.var(axis=1, ddof=1)
    return running_mean, running_var
# %% wrong: momentum is taken as the share of the old statistics instead of the new batch's, as in Keras
def running_update(running_mean, running_var, x, momentum=0.1):
    mean, var = x.mean((0, 2, 3)), x.var((0, 2, 3), ddof=1)
    return momentum * running_mean + (1 - momentum) * mean, momentum * running_var + (1 - momentum) * var
# %% right: rows of channels, their covariance's diagonal, and a step towards the batch
def running_update(running_mean, running_var, x, momentum=0.1):
    rows = np.moveaxis(x, 1, 0).reshape(x.shape[1], -1)
    unbiased = np.diagonal(np.atleast_2d(np.cov(rows)))

    def towards(old, new):
        return old + momentum * (new - old)

    return towards(running_mean, rows.mean(axis=1)), towards(running_var, unbiased)
