# %% wrong: np.maximum(x, slope * x): wrong for slopes above 1, where the smaller of the two would be asked for
def leaky_relu(x, negative_slope=0.01):
    return np.maximum(x, negative_slope * x)
# %% wrong: gives the constant negative_slope instead of slope times x on the negative side
def leaky_relu(x, negative_slope=0.01):
    return np.where(x > 0, x, negative_slope)
# %% wrong: the plain relu plus slope times x everywhere: the positive side becomes (1 + slope) x
def leaky_relu(x, negative_slope=0.01):
    return np.maximum(x, 0) + negative_slope * x
# %% wrong: changes x in place (and with integer x the product is cut off to 0)
def leaky_relu(x, negative_slope=0.01):
    x[x < 0] = x[x < 0] * negative_slope
    return x
# %% wrong: ignores the argument and always uses 0.01
def leaky_relu(x, negative_slope=0.01):
    return np.where(x > 0, x, 0.01 * x)
# %% wrong: makes the result with the dtype of x: for integers slope * x is cut off to whole numbers
def leaky_relu(x, negative_slope=0.01):
    out = x.copy()
    below = x < 0
    out[below] = negative_slope * x[below]
    return out
# %% right: two clips, one for each side
def leaky_relu(x, negative_slope=0.01):
    return np.clip(x, 0, None) + negative_slope * np.clip(x, None, 0)
