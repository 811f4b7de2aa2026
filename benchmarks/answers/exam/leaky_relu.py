# %% wrong: the larger of x and slope · x, which goes wrong for slopes above 1
def leaky_relu(x, negative_slope=0.01):
    return np.maximum(x, negative_slope * x)
# %% wrong: the slope is on the positive side, and negative values pass
def leaky_relu(x, negative_slope=0.01):
    return np.where(x > 0, negative_slope * x, x)
# %% wrong: negative values are multiplied in the caller's array, in place
def leaky_relu(x, negative_slope=0.01):
    x[x < 0] = x[x < 0] * negative_slope
    return x
# %% wrong: slope · x is added everywhere, so positive values become (1 + slope) · x
def leaky_relu(x, negative_slope=0.01):
    return np.maximum(x, 0) + negative_slope * x
# %% wrong: negative values come out positive, slope · |x|
def leaky_relu(x, negative_slope=0.01):
    return np.where(x > 0, x, negative_slope * np.abs(x))
# %% wrong: an `if` on a whole array (ValueError: truth value is ambiguous)
def leaky_relu(x, negative_slope=0.01):
    if x > 0:
        return x
    else:
        return negative_slope * x
# %% right: two relus
def leaky_relu(x, negative_slope=0.01):
    return np.maximum(x, 0) + negative_slope * np.minimum(x, 0)
