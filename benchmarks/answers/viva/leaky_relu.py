# %% wrong: the larger of x and slope times x is taken, which is the wrong one of the two wherever the slope is above 1
def leaky_relu(x, negative_slope=0.01):
    return np.maximum(x, negative_slope * x)
# %% wrong: the result has the dtype of x, so for whole numbers slope times x is cut to a whole number; floats are right
def leaky_relu(x, negative_slope=0.01):
    out = np.empty_like(x)
    positive = x > 0
    out[positive] = x[positive]
    out[~positive] = negative_slope * x[~positive]
    return out
# %% wrong: `if x > 0` on an array: ValueError, the truth value is ambiguous
def leaky_relu(x, negative_slope=0.01):
    if x > 0:
        return x
    else:
        return negative_slope * x
# %% wrong: wrong sign below zero: negative numbers become -slope times x, which is positive
def leaky_relu(x, negative_slope=0.01):
    relu = lambda z: np.maximum(z, 0)
    return relu(x) + negative_slope * relu(-x)
# %% right: x times a factor that is 1 or the slope, by arithmetic with True and False
def leaky_relu(x, negative_slope=0.01):
    below = (x < 0)
    return x * (below * (negative_slope - 1.0) + 1.0)
