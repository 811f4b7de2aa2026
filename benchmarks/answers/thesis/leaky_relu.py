# %% wrong: the larger of x and slope * x (np.maximum): right for slopes up to 1, wrong for slopes above 1
def leaky_relu(x, negative_slope=0.01):
    return np.maximum(x, negative_slope * x)
# %% wrong: x itself is changed (negative places are multiplied in place): the numbers are right for floats, but the argument is spoiled; an integer x raises an error
def leaky_relu(x, negative_slope=0.01):
    x[x < 0] *= negative_slope
    return x
# %% wrong: negative places get the slope itself, not slope * x
def leaky_relu(x, negative_slope=0.01):
    return np.where(x > 0, x, negative_slope)
# %% wrong: the slope is always 0.01; shows for any other negative_slope
def leaky_relu(x, negative_slope=0.01):
    positive_part = np.maximum(x, 0)
    negative_part = np.minimum(x, 0)
    return positive_part + 0.01 * negative_part
# %% right: a factor for each element, 1 or the slope
def leaky_relu(x, negative_slope=0.01):
    negative = np.less(x, 0)
    factor = np.array([1.0, negative_slope])[negative.astype(int)]
    return x * factor
