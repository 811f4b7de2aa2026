# %% wrong: max(x, slope * x), which picks the wrong one for slopes above 1
def leaky_relu(x, negative_slope=0.01):
    return np.maximum(x, negative_slope * x)
# %% wrong: the slope is added instead of multiplied
def leaky_relu(x, negative_slope=0.01):
    return np.where(x > 0, x, x + negative_slope)
# %% wrong: the negative values are scaled in the caller's array
def leaky_relu(x, negative_slope=0.01):
    x[x < 0] *= negative_slope
    return x
# %% wrong: the slope is used for |x|, negative inputs come out positive
def leaky_relu(x, negative_slope=0.01):
    positive = (np.abs(x) + x) / 2
    negative = (np.abs(x) - x) / 2
    return positive + negative_slope * negative
# %% right: positive part plus slope times negative part
def leaky_relu(x, negative_slope=0.01):
    return np.clip(x, 0, None) + negative_slope * np.clip(x, None, 0)
