# %% wrong: the larger of x and slope · x is taken, which is wrong for a slope above 1
def leaky_relu(x, negative_slope=0.01):
    return np.maximum(x, negative_slope * x)
# %% wrong: the argument negative_slope is ignored, 0.01 is always used
def leaky_relu(x, negative_slope=0.01):
    return np.where(x > 0, x, 0.01 * x)
# %% wrong: x itself is changed in place
def leaky_relu(x, negative_slope=0.01):
    below = x < 0
    x[below] = negative_slope * x[below]
    return x
# %% wrong: the negative side gets the wrong sign, slope · |x| instead of slope · x
def leaky_relu(x, negative_slope=0.01):
    positive = np.maximum(x, 0)
    negative = np.maximum(-x, 0)
    return positive + negative_slope * negative
# %% right: multiplied by a slope made of the condition
def leaky_relu(x, negative_slope=0.01):
    up = np.greater(x, 0).astype(float)
    return x * (up + negative_slope * (1 - up))
