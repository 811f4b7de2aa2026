# %% wrong: the biases are forgotten, only the weights are counted
def dense_parameters(in_features, out_features):
    weight = np.zeros((out_features, in_features))
    return weight.size
# %% wrong: one bias for each input instead of one for each output
def dense_parameters(in_features, out_features):
    weights = in_features * out_features
    biases = in_features
    return weights + biases
# %% wrong: a single bias for the whole layer instead of one for each output
def dense_parameters(in_features, out_features):
    return in_features * out_features + 1
# %% wrong: returns a pair (weights, biases) instead of their sum
def dense_parameters(in_features, out_features):
    n_weights = in_features * out_features
    n_biases = out_features
    return n_weights, n_biases
# %% right: counts output by output
def dense_parameters(in_features, out_features):
    return sum(in_features + 1 for _ in range(out_features))
