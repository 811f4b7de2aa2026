# %% wrong: running arrays rebound, not written
def batch_norm(x, running_mean, running_var, weight, bias,
               training=False, momentum=0.1, eps=1e-5):
    c = lambda v: v[:, None, None]
    m, v = running_mean, running_var
    if training:
        m, v = x.mean((0, 2, 3)), x.var((0, 2, 3))
        running_mean = (1 - momentum) * running_mean + momentum * m
        running_var = (1 - momentum) * running_var + momentum * x.var((0, 2, 3), ddof=1)
    return (x - c(m)) / np.sqrt(c(v) + eps) * c(weight) + c(bias)
# %% wrong: normalises with the running ones just updated, also in training
def batch_norm(x, running_mean, running_var, weight, bias,
               training=False, momentum=0.1, eps=1e-5):
    c = lambda v: v[:, None, None]
    if training:
        running_mean[:] = (1 - momentum) * running_mean + momentum * x.mean((0, 2, 3))
        running_var[:] = (1 - momentum) * running_var + momentum * x.var((0, 2, 3), ddof=1)
    return (x - c(running_mean)) / np.sqrt(c(running_var) + eps) * c(weight) + c(bias)
# %% wrong: biased variance kept
def batch_norm(x, running_mean, running_var, weight, bias,
               training=False, momentum=0.1, eps=1e-5):
    c = lambda v: v[:, None, None]
    m, v = running_mean, running_var
    if training:
        m, v = x.mean((0, 2, 3)), x.var((0, 2, 3))
        running_mean += momentum * (m - running_mean)
        running_var += momentum * (v - running_var)
    return (x - c(m)) / np.sqrt(c(v) + eps) * c(weight) + c(bias)
# %% wrong: unbiased variance used for normalising
def batch_norm(x, running_mean, running_var, weight, bias,
               training=False, momentum=0.1, eps=1e-5):
    c = lambda v: v[:, None, None]
    m, v = running_mean, running_var
    if training:
        m, v = x.mean((0, 2, 3)), x.var((0, 2, 3), ddof=1)
        running_mean += momentum * (m - running_mean)
        running_var += momentum * (v - running_var)
    return (x - c(m)) / np.sqrt(c(v) + eps) * c(weight) + c(bias)
# %% wrong: eps behind the root
def batch_norm(x, running_mean, running_var, weight, bias,
               training=False, momentum=0.1, eps=1e-5):
    c = lambda v: v[:, None, None]
    m, v = running_mean, running_var
    if training:
        m, v = x.mean((0, 2, 3)), x.var((0, 2, 3))
        running_mean += momentum * (m - running_mean)
        running_var += momentum * (x.var((0, 2, 3), ddof=1) - running_var)
    return (x - c(m)) / (np.sqrt(c(v)) + eps) * c(weight) + c(bias)
# %% wrong: the running ones move in evaluation too
def batch_norm(x, running_mean, running_var, weight, bias,
               training=False, momentum=0.1, eps=1e-5):
    c = lambda v: v[:, None, None]
    m, v = x.mean((0, 2, 3)), x.var((0, 2, 3))
    if not training:
        m, v = running_mean.copy(), running_var.copy()
    running_mean += momentum * (x.mean((0, 2, 3)) - running_mean)
    running_var += momentum * (x.var((0, 2, 3), ddof=1) - running_var)
    return (x - c(m)) / np.sqrt(c(v) + eps) * c(weight) + c(bias)
# %% right: numpy
def batch_norm(x, running_mean, running_var, weight, bias,
               training=False, momentum=0.1, eps=1e-5):
    c = lambda v: v[:, None, None]
    m, v = running_mean, running_var
    if training:
        m, v = x.mean((0, 2, 3)), x.var((0, 2, 3))
        running_mean += momentum * (m - running_mean)
        running_var += momentum * (x.var((0, 2, 3), ddof=1) - running_var)
    return (x - c(m)) / np.sqrt(c(v) + eps) * c(weight) + c(bias)
# %% right: scale and shift, written by slices
def batch_norm(x, running_mean, running_var, weight, bias,
               training=False, momentum=0.1, eps=1e-5):
    out = np.empty(x.shape)
    for k in range(x.shape[1]):
        m, v = running_mean[k], running_var[k]
        if training:
            m, v = x[:, k].mean(), x[:, k].var()
            n = x[:, k].size
            running_mean[k] = (1 - momentum) * running_mean[k] + momentum * m
            running_var[k] = (1 - momentum) * running_var[k] + momentum * v * n / (n - 1)
        scale = weight[k] / (v + eps) ** 0.5
        out[:, k] = x[:, k] * scale + (bias[k] - m * scale)
    return out
