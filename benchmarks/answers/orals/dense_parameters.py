# %% wrong: counts the weights only; the biases (one per output) are missing
def dense_parameters(in_features, out_features):
    return in_features * out_features
# %% wrong: adds one bias per input instead of one per output
def dense_parameters(in_features, out_features):
    n_weights = out_features * in_features
    n_biases = in_features
    return n_weights + n_biases
# %% wrong: adds a single bias for the whole layer instead of one for each output
def dense_parameters(in_features, out_features):
    return in_features * out_features + 1
# %% wrong: returns the pair (weights, biases) instead of their sum, one number
def dense_parameters(in_features, out_features):
    weights = in_features * out_features
    biases = out_features
    return weights, biases
# %% right: a bias is a weight from one more input
def dense_parameters(in_features, out_features):
    return math.prod((in_features + 1, out_features))
