# %% wrong: the running arrays are bound to new names, those that were passed do not move
def batch_norm(x, running_mean, running_var, weight, bias, training=False, momentum=0.1, eps=1e-5):
    from cnnhelpers import mine
    running_update = mine.running_update
    column = lambda values: np.reshape(values, (1, -1, 1, 1))
    if training:
        mean, var = x.mean(axis=(0, 2, 3)), x.var(axis=(0, 2, 3))
        running_mean, running_var = running_update(running_mean, running_var, x, momentum)
    else:
        mean, var = running_mean, running_var
    normal = (x - column(mean)) / np.sqrt(column(var) + eps)
    return column(weight) * normal + column(bias)
# %% wrong: in training x is normalised by the freshly updated running statistics, not by the batch's
def batch_norm(x, running_mean, running_var, weight, bias, training=False, momentum=0.1, eps=1e-5):
    from cnnhelpers import mine
    column = lambda values: np.reshape(values, (1, -1, 1, 1))
    if training:
        running_mean[:], running_var[:] = mine.running_update(running_mean, running_var, x, momentum)
    normal = (x - column(running_mean)) / np.sqrt(column(running_var) + eps)
    return column(weight) * normal + column(bias)
# %% wrong: the unbiased variance is used to normalise in training
def batch_norm(x, running_mean, running_var, weight, bias, training=False, momentum=0.1, eps=1e-5):
    column = lambda values: np.reshape(values, (1, -1, 1, 1))
    if training:
        mean, var = x.mean(axis=(0, 2, 3)), x.var(axis=(0, 2, 3), ddof=1)
        running_mean[:] = (1 - momentum) * running_mean + momentum * mean
        running_var[:] = (1 - momentum) * running_var + momentum * var
    else:
        mean, var = running_mean, running_var
    return column(weight) * (x - column(mean)) / np.sqrt(column(var) + eps) + column(bias)
# %% wrong: momentum is not handed on to running_update, so it is always 0.1
def batch_norm(x, running_mean, running_var, weight, bias, training=False, momentum=0.1, eps=1e-5):
    from cnnhelpers import mine
    column = lambda values: np.reshape(values, (1, -1, 1, 1))
    mean, var = running_mean, running_var
    if training:
        mean, var = x.mean(axis=(0, 2, 3)), x.var(axis=(0, 2, 3))
        new_mean, new_var = mine.running_update(running_mean, running_var, x)
        running_mean[:] = new_mean
        running_var[:] = new_var
    normal = (x - column(mean)) / np.sqrt(column(var) + eps)
    return column(weight) * normal + column(bias)
# %% wrong: var += eps, where var is the running array itself in evaluation: it grows at each call
def batch_norm(x, running_mean, running_var, weight, bias, training=False, momentum=0.1, eps=1e-5):
    from cnnhelpers import mine
    column = lambda values: np.reshape(values, (1, -1, 1, 1))
    if training:
        mean, var = x.mean(axis=(0, 2, 3)), x.var(axis=(0, 2, 3))
        running_mean[:], running_var[:] = mine.running_update(running_mean, running_var, x, momentum)
    else:
        mean, var = running_mean, running_var
    var += eps
    return (x - column(mean)) / np.sqrt(column(var)) * column(weight) + column(bias)
# %% wrong: eps is added to the deviation, outside of the root
def batch_norm(x, running_mean, running_var, weight, bias, training=False, momentum=0.1, eps=1e-5):
    from cnnhelpers import mine
    column = lambda values: np.reshape(values, (1, -1, 1, 1))
    if training:
        mean, var = x.mean(axis=(0, 2, 3)), x.var(axis=(0, 2, 3))
        running_mean[:], running_var[:] = mine.running_update(running_mean, running_var, x, momentum)
    else:
        mean, var = running_mean, running_var
    normal = (x - column(mean)) / (np.sqrt(column(var)) + eps)
    return column(weight) * normal + column(bias)
# %% right: scale and shift, channel by channel
def batch_norm(x, running_mean, running_var, weight, bias, training=False, momentum=0.1, eps=1e-5):
    y = np.empty(x.shape)
    for c in range(x.shape[1]):
        mean, var = running_mean[c], running_var[c]
        if training:
            mean, var = x[:, c].mean(), x[:, c].var()
            n = x[:, c].size
            running_mean[c] += momentum * (mean - running_mean[c])
            running_var[c] += momentum * (var * n / (n - 1) - running_var[c])
        scale = weight[c] / np.sqrt(var + eps)
        y[:, c] = x[:, c] * scale + (bias[c] - mean * scale)
    return y
