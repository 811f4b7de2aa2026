# %% wrong: takes the larger of x and slope · x, which is the wrong one for a slope above 1; right for slopes up to 1
def leaky_relu(x, negative_slope=0.01):
    return np.maximum(x, negative_slope * x)
# %% wrong: asks `if x > 0` of a whole array, which raises ValueError (truth value of an array is ambiguous)
def leaky_relu(x, negative_slope=0.01):
    if x > 0:
        return x
    return negative_slope * x
# %% wrong: the answer has the dtype of x, so for whole-number x the leak is cut to a whole number (-3 · 0.01 becomes 0); right for floats
def leaky_relu(x, negative_slope=0.01):
    y = np.empty_like(x)
    positive = x > 0
    y[positive] = x[positive]
    y[~positive] = negative_slope * x[~positive]
    return y
# %% wrong: two mistakes: x is changed in place, and nothing is returned (None)
def leaky_relu(x, negative_slope=0.01):
    x[x < 0] = x[x < 0] * negative_slope
# %% right: a factor for each number
def leaky_relu(x, negative_slope=0.01):
    factor = negative_slope + (1 - negative_slope) * (np.asarray(x) > 0)
    return x * factor
