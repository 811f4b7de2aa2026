# %% wrong: takes the larger of x and slope · x, which is the wrong one for slopes above 1
def leaky_relu(x, negative_slope=0.01):
    return np.maximum(x, negative_slope * x)


# %% wrong: the symmetric formula has its two factors exchanged, so negative x become positive
def leaky_relu(x, negative_slope=0.01):
    a = negative_slope
    return 0.5 * (1 - a) * x + 0.5 * (1 + a) * np.abs(x)


# %% wrong: multiplies in x itself, so the argument is changed (and whole numbers raise a casting error)
def leaky_relu(x, negative_slope=0.01):
    x[x < 0] *= negative_slope
    return x


# %% right: positive and negative part
def leaky_relu(x, negative_slope=0.01):
    return np.clip(x, 0, None) + negative_slope * np.clip(x, None, 0)
