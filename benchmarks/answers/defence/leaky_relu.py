# %% wrong: the larger of x and slope * x is taken, which is wrong for slopes above 1
def leaky_relu(x, negative_slope=0.01):
    return np.maximum(x, negative_slope * x)
# %% wrong: 0.01 is written into the formula, the argument negative_slope is ignored
def leaky_relu(x, negative_slope=0.01):
    return np.where(x > 0, x, 0.01 * x)
# %% wrong: x itself is changed in place (and a whole-number x raises UFuncTypeError)
def leaky_relu(x, negative_slope=0.01):
    x[x < 0] *= negative_slope
    return x
# %% wrong: where x is not positive the slope itself is returned, not the slope times x
def leaky_relu(x, negative_slope=0.01):
    return np.where(x > 0, x, negative_slope)
# %% right: positive part plus slope times negative part
def leaky_relu(x, negative_slope=0.01):
    return np.clip(x, 0, None) + negative_slope * np.clip(x, None, 0)
