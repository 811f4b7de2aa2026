# %% wrong: the larger of x and slope times x is taken; wrong for slopes above 1
def leaky_relu(x, negative_slope=0.01):
    return np.maximum(x, negative_slope * x)
# %% wrong: x itself is changed; the numbers are right
def leaky_relu(x, negative_slope=0.01):
    negative = x < 0
    x[negative] *= negative_slope
    return x
# %% wrong: where x is not positive the slope itself is returned, not the slope times x
def leaky_relu(x, negative_slope=0.01):
    return np.where(x > 0, x, negative_slope)
# %% wrong: the argument negative_slope is not used, the slope is always 0.01
def leaky_relu(x, negative_slope=0.01):
    positive = np.clip(x, 0, None)
    negative = np.clip(x, None, 0)
    return positive + 0.01 * negative
# %% right: x plus a correction of the negative part
def leaky_relu(x, negative_slope=0.01):
    factor = np.ones(np.shape(x))
    factor[np.asarray(x) <= 0] = negative_slope
    return factor * x
