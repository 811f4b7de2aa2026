# %% wrong: the larger of x and slope times x, which is the wrong one for slopes above 1
def leaky_relu(x, negative_slope=0.01):
    return np.maximum(x, negative_slope * x)
# %% wrong: where x is not positive the slope itself is returned, not slope times x
def leaky_relu(x, negative_slope=0.01):
    return np.where(x > 0, x, negative_slope)
# %% wrong: the numbers are right, but x itself is changed (no copy)
def leaky_relu(x, negative_slope=0.01):
    x[x < 0] *= negative_slope
    return x
# %% wrong: the branches are swapped: positive numbers are multiplied by the slope
def leaky_relu(x, negative_slope=0.01):
    positive = x > 0
    return ~positive * x + positive * negative_slope * x
# %% right: two clipped halves
def leaky_relu(x, negative_slope=0.01):
    return np.clip(x, 0, None) + negative_slope * np.clip(x, None, 0)
