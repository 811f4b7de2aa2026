# %% wrong: the larger of the two is taken, wrong for slopes above 1
def leaky_relu(x, negative_slope=0.01):
    return np.maximum(x, negative_slope * x)
# %% wrong: x itself is changed in place
def leaky_relu(x, negative_slope=0.01):
    x[x < 0] *= negative_slope
    return x
# %% wrong: `if` of a whole array (ValueError: the truth value of an array is ambiguous)
def leaky_relu(x, negative_slope=0.01):
    if x > 0:
        return x
    else:
        return negative_slope * x
