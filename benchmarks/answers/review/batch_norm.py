# %% wrong: in training it normalises by the updated running statistics, not by the batch's
def batch_norm(x, running_mean, running_var, weight, bias,
               training=False, momentum=0.1, eps=1e-5):
    def column(values):
        return np.reshape(values, (1, -1, 1, 1))
    if training:
        running_mean[:] = (1 - momentum) * running_mean + momentum * x.mean(axis=(0, 2, 3))
        running_var[:] = (1 - momentum) * running_var + momentum * x.var(axis=(0, 2, 3), ddof=1)
    normal = (x - column(running_mean)) / np.sqrt(column(running_var) + eps)
    return normal * column(weight) + column(bias)
# %% wrong: the running statistics move in evaluation, too
def batch_norm(x, running_mean, running_var, weight, bias,
               training=False, momentum=0.1, eps=1e-5):
    def column(values):
        return np.reshape(values, (1, -1, 1, 1))
    if training:
        mean, var = x.mean(axis=(0, 2, 3)), x.var(axis=(0, 2, 3))
    else:
        mean, var = running_mean.copy(), running_var.copy()
    running_mean[:] = (1 - momentum) * running_mean + momentum * x.mean(axis=(0, 2, 3))
    running_var[:] = (1 - momentum) * running_var + momentum * x.var(axis=(0, 2, 3), ddof=1)
    normal = (x - column(mean)) / np.sqrt(column(var) + eps)
    return normal * column(weight) + column(bias)
# %% wrong: momentum is taken as the share of the old statistics, not of the new batch
def batch_norm(x, running_mean, running_var, weight, bias,
               training=False, momentum=0.1, eps=1e-5):
    def column(values):
        return np.reshape(values, (1, -1, 1, 1))
    mean, var = running_mean, running_var
    if training:
        mean, var = x.mean(axis=(0, 2, 3)), x.var(axis=(0, 2, 3))
        running_mean[:] = momentum * running_mean + (1 - momentum) * mean
        running_var[:] = momentum * running_var + (1 - momentum) * x.var(axis=(0, 2, 3), ddof=1)
    normal = (x - column(mean)) / np.sqrt(column(var) + eps)
    return normal * column(weight) + column(bias)
# %% right: in-place += of the difference
def batch_norm(x, running_mean, running_var, weight, bias,
               training=False, momentum=0.1, eps=1e-5):
    if training:
        count = x.size / x.shape[1]
        mean = x.sum(axis=(0, 2, 3)) / count
        var = ((x - mean[:, None, None]) ** 2).sum(axis=(0, 2, 3)) / count
        running_mean += momentum * (mean - running_mean)
        running_var += momentum * (var * count / (count - 1) - running_var)
    else:
        mean, var = running_mean, running_var
    scale = weight / np.sqrt(var + eps)
    return (x - mean[:, None, None]) * scale[:, None, None] + bias[:, None, None]
