# %% wrong: one bias for the whole layer instead of one for each output
def dense_parameters(in_features, out_features):
    weights = in_features * out_features
    bias = 1
    return weights + bias
# %% wrong: returns a pair (weights, biases) instead of their sum
def dense_parameters(in_features, out_features):
    weights = in_features * out_features
    biases = out_features
    return weights, biases
# %% wrong: adds a constant feature to the outputs too, as if the matrix were (out + 1) by (in + 1)
def dense_parameters(in_features, out_features):
    # homogeneous coordinates: the bias is a weight for a constant 1
    return (in_features + 1) * (out_features + 1)
# %% right: product of the shape of the augmented matrix
def dense_parameters(in_features, out_features):
    augmented = (out_features, in_features + 1)
    return math.prod(augmented)
