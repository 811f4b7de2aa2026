# %% wrong: momentum as the share of the old (Keras)
def running_update(running_mean, running_var, x, momentum=0.1):
    m, v = x.mean((0, 2, 3)), x.var((0, 2, 3), ddof=1)
    return momentum * running_mean + (1 - momentum) * m, momentum * running_var + (1 - momentum) * v
# %% wrong: n = N: factor N / (N - 1), not N H W
def running_update(running_mean, running_var, x, momentum=0.1):
    n = len(x)
    m, v = x.mean((0, 2, 3)), x.var((0, 2, 3)) * n / max(n - 1, 1)
    return running_mean + momentum * (m - running_mean), running_var + momentum * (v - running_var)
# %% wrong: standard deviation is kept
def running_update(running_mean, running_var, x, momentum=0.1):
    m, v = x.mean((0, 2, 3)), x.std((0, 2, 3), ddof=1)
    return (1 - momentum) * running_mean + momentum * m, (1 - momentum) * running_var + momentum * v
# %% wrong: changes the arrays that came in
def running_update(running_mean, running_var, x, momentum=0.1):
    running_mean *= 1 - momentum
    running_mean += momentum * x.mean((0, 2, 3))
    running_var *= 1 - momentum
    running_var += momentum * x.var((0, 2, 3), ddof=1)
    return running_mean, running_var
# %% wrong: mean of the images' variances
def running_update(running_mean, running_var, x, momentum=0.1):
    m, v = x.mean((0, 2, 3)), x.var((2, 3), ddof=1).mean(0)
    return (1 - momentum) * running_mean + momentum * m, (1 - momentum) * running_var + momentum * v
# %% right: ddof
def running_update(running_mean, running_var, x, momentum=0.1):
    m, v = x.mean((0, 2, 3)), x.var((0, 2, 3), ddof=1)
    return (1 - momentum) * running_mean + momentum * m, (1 - momentum) * running_var + momentum * v
# %% right: channels as rows
def running_update(running_mean, running_var, x, momentum=0.1):
    rows = np.moveaxis(x, 1, 0).reshape(x.shape[1], -1)
    m = rows.sum(1) / rows.shape[1]
    v = ((rows - m[:, None]) ** 2).sum(1) / (rows.shape[1] - 1)
    return running_mean + momentum * (m - running_mean), running_var + momentum * (v - running_var)
