# %% wrong: running_mean = ... gives the name to a new array: the answers are right, the arrays that were passed do not move
def batch_norm(x, running_mean, running_var, weight, bias,
               training=False, momentum=0.1, eps=1e-5):
    column = lambda values: np.reshape(values, (1, -1, 1, 1))
    if training:
        mean, var = x.mean(axis=(0, 2, 3)), x.var(axis=(0, 2, 3))
        running_mean = (1 - momentum) * running_mean + momentum * mean
        running_var = (1 - momentum) * running_var + momentum * x.var(axis=(0, 2, 3), ddof=1)
    else:
        mean, var = running_mean, running_var
    normal = (x - column(mean)) / np.sqrt(column(var) + eps)
    return column(weight) * normal + column(bias)
# %% wrong: in training, too, x is normalised by the running statistics (just updated) instead of by those of the batch
def batch_norm(x, running_mean, running_var, weight, bias,
               training=False, momentum=0.1, eps=1e-5):
    def column(values):
        return np.reshape(values, (1, -1, 1, 1))

    if training:
        running_mean[:] = (1 - momentum) * running_mean + momentum * x.mean(axis=(0, 2, 3))
        running_var[:] = (1 - momentum) * running_var + momentum * x.var(axis=(0, 2, 3), ddof=1)
    normal = (x - column(running_mean)) / np.sqrt(column(running_var) + eps)
    return normal * column(weight) + column(bias)
# %% wrong: two mistakes: in training the batch is normalised by the unbiased variance, and the biased one is kept: the two are exchanged
def batch_norm(x, running_mean, running_var, weight, bias,
               training=False, momentum=0.1, eps=1e-5):
    shape = (1, -1, 1, 1)
    if training:
        mean, var = x.mean(axis=(0, 2, 3)), x.var(axis=(0, 2, 3), ddof=1)
        running_mean += momentum * (mean - running_mean)
        running_var += momentum * (x.var(axis=(0, 2, 3)) - running_var)
    else:
        mean, var = running_mean, running_var
    scale = weight / np.sqrt(var + eps)
    return x * scale.reshape(shape) + (bias - mean * scale).reshape(shape)
# %% wrong: the running statistics move in evaluation as well; the update stands outside of the if
def batch_norm(x, running_mean, running_var, weight, bias,
               training=False, momentum=0.1, eps=1e-5):
    axes, column = (0, 2, 3), (None, slice(None), None, None)
    if training:
        mean, var = x.mean(axis=axes), x.var(axis=axes)
    else:
        mean, var = running_mean.copy(), running_var.copy()
    running_mean[:] = (1 - momentum) * running_mean + momentum * x.mean(axis=axes)
    running_var[:] = (1 - momentum) * running_var + momentum * x.var(axis=axes, ddof=1)
    return (x - mean[column]) / np.sqrt(var[column] + eps) * weight[column] + bias[column]
# %% right: channel by channel
def batch_norm(x, running_mean, running_var, weight, bias,
               training=False, momentum=0.1, eps=1e-5):
    y = np.empty(x.shape)
    for c in range(x.shape[1]):
        values = x[:, c]
        if training:
            mean, square = values.mean(), ((values - values.mean()) ** 2).sum()
            var = square / values.size
            running_mean[c] += momentum * (mean - running_mean[c])
            running_var[c] += momentum * (square / (values.size - 1) - running_var[c])
        else:
            mean, var = running_mean[c], running_var[c]
        y[:, c] = bias[c] + weight[c] * (values - mean) / math.sqrt(var + eps)
    return y
