# %% wrong: the larger of x and negative_slope * x, which is wrong for every x but 0 if the slope is above 1
def leaky_relu(x, negative_slope=0.01):
    return np.maximum(x, negative_slope * x)
# %% wrong: the sign of the leak: negative x give -negative_slope * x, a positive number
def leaky_relu(x, negative_slope=0.01):
    positive = np.maximum(x, 0)
    negative = np.maximum(-x, 0)
    return positive + negative_slope * negative
# %% wrong: the negative numbers are multiplied in x itself, so the argument is changed (UFuncTypeError if x holds integers)
def leaky_relu(x, negative_slope=0.01):
    x[x < 0] *= negative_slope
    return x
# %% wrong: negative_slope * x is added everywhere, so positive x give (1 + negative_slope) * x instead of x
def leaky_relu(x, negative_slope=0.01):
    leak = negative_slope * x
    return np.where(x > 0, x, 0) + leak
# %% right: the two halves by clip
def leaky_relu(x, negative_slope=0.01):
    above, below = np.clip(x, 0, None), np.clip(x, None, 0)
    return above + below * negative_slope
