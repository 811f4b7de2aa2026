# %% wrong: in training running_mean and running_var only become names of new arrays, so the arrays that were passed do not move; the output is right
def batch_norm(x, running_mean, running_var, weight, bias, training=False, momentum=0.1, eps=1e-5):
    col = lambda v: np.reshape(v, (1, -1, 1, 1))
    if training:
        mean, var = x.mean(axis=(0, 2, 3)), x.var(axis=(0, 2, 3))
        unbiased = x.var(axis=(0, 2, 3), ddof=1)
        running_mean = (1 - momentum) * running_mean + momentum * mean
        running_var = (1 - momentum) * running_var + momentum * unbiased
    else:
        mean, var = running_mean, running_var
    normal = (x - col(mean)) / np.sqrt(col(var) + eps)
    return col(weight) * normal + col(bias)
# %% wrong: in training, too, x is normalised by the running statistics (just updated) instead of the batch's own
def batch_norm(x, running_mean, running_var, weight, bias,
               training=False, momentum=0.1, eps=1e-5):
    if training:
        running_mean[:] = (1 - momentum) * running_mean + momentum * x.mean(axis=(0, 2, 3))
        running_var[:] = (1 - momentum) * running_var + momentum * x.var(axis=(0, 2, 3), ddof=1)
    mean = running_mean[None, :, None, None]
    var = running_var[None, :, None, None]
    return (x - mean) / np.sqrt(var + eps) * weight[None, :, None, None] + bias[None, :, None, None]
# %% wrong: weight and bias are not lined up with the channels but line up with the width: a ValueError, or a wrong answer where W is C or 1 (one channel is right)
def batch_norm(x, running_mean, running_var, weight, bias,
               training=False, momentum=0.1, eps=1e-5):
    mean = running_mean.reshape(1, -1, 1, 1)
    var = running_var.reshape(1, -1, 1, 1)
    if training:
        mean = x.mean(axis=(0, 2, 3), keepdims=True)
        var = x.var(axis=(0, 2, 3), keepdims=True)
        n = x.size / x.shape[1]
        running_mean *= 1 - momentum
        running_mean += momentum * mean.ravel()
        running_var *= 1 - momentum
        running_var += momentum * var.ravel() * n / (n - 1)
    x_hat = (x - mean) / np.sqrt(var + eps)
    return weight * x_hat + bias
# %% wrong: in training x is divided by the root of the unbiased variance instead of the biased one; what is kept is right
def batch_norm(x, running_mean, running_var, weight, bias,
               training=False, momentum=0.1, eps=1e-5):
    def column(values):
        return np.reshape(values, (1, -1, 1, 1))

    if training:
        mean = x.mean(axis=(0, 2, 3))
        var = x.var(axis=(0, 2, 3), ddof=1)
        running_mean[:] = (1 - momentum) * running_mean + momentum * mean
        running_var[:] = (1 - momentum) * running_var + momentum * var
    else:
        mean, var = running_mean, running_var
    y = (x - column(mean)) / np.sqrt(column(var) + eps)
    return y * column(weight) + column(bias)
# %% right: one scale and one shift a channel, channel by channel
def batch_norm(x, running_mean, running_var, weight, bias,
               training=False, momentum=0.1, eps=1e-5):
    answer = np.empty(x.shape, dtype=np.result_type(x, float))
    for c in range(x.shape[1]):
        plane = x[:, c]
        mean, var = running_mean[c], running_var[c]
        if training:
            mean, var = plane.mean(), plane.var()
            running_mean[c] += momentum * (mean - running_mean[c])
            running_var[c] += momentum * (var * plane.size / (plane.size - 1) - running_var[c])
        scale = weight[c] / np.sqrt(var + eps)
        answer[:, c] = scale * plane + (bias[c] - scale * mean)
    return answer
