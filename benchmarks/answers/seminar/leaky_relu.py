# %% wrong: takes the larger of x and slope times x, wrong when the slope is above 1
def leaky_relu(x, negative_slope=0.01):
    return np.maximum(x, negative_slope * x)
# %% wrong: writes into x itself, so the argument is changed
def leaky_relu(x, negative_slope=0.01):
    x[x < 0] *= negative_slope
    return x
# %% wrong: gives the slope itself where x is not positive, instead of slope times x
def leaky_relu(x, negative_slope=0.01):
    return np.where(x > 0, x, negative_slope)
# %% wrong: the sign of the negative part is lost (slope times |x|)
def leaky_relu(x, negative_slope=0.01):
    positive = np.maximum(x, 0)
    negative = np.maximum(-x, 0)
    return positive + negative_slope * negative
# %% right: x times a factor that the sign chooses
def leaky_relu(x, negative_slope=0.01):
    factors = np.array([negative_slope, 1.0])
    return x * factors[np.greater(x, 0).astype(int)]
