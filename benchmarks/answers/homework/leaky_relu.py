# %% wrong: np.maximum(x, slope x): wrong for slopes over 1
def leaky_relu(x, negative_slope=0.01):
    return np.maximum(x, negative_slope * x)
# %% wrong: the slope itself for negative numbers
def leaky_relu(x, negative_slope=0.01):
    return np.where(x > 0, x, negative_slope)
# %% wrong: minus sign: slope times |x|
def leaky_relu(x, negative_slope=0.01):
    return np.where(x > 0, x, negative_slope * np.abs(x))
# %% wrong: in place
def leaky_relu(x, negative_slope=0.01):
    x[x < 0] *= negative_slope
    return x
# %% wrong: result in x's dtype: integers are cut
def leaky_relu(x, negative_slope=0.01):
    out = np.zeros_like(x)
    out[x > 0] = x[x > 0]
    out[x <= 0] = x[x <= 0] * negative_slope
    return out
# %% right: where
def leaky_relu(x, negative_slope=0.01):
    return np.where(x > 0, x, negative_slope * x)
# %% right: clip both parts
def leaky_relu(x, negative_slope=0.01):
    return np.maximum(x, 0) + negative_slope * np.minimum(x, 0)
