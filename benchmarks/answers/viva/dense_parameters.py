# %% wrong: one bias for each input instead of each output
def dense_parameters(in_features, out_features):
    weights = in_features * out_features
    biases = in_features
    return weights + biases
# %% wrong: adds 1 to both sizes, so it counts in_features + 1 parameters too many
def dense_parameters(in_features, out_features):
    return (in_features + 1) * (out_features + 1)
# %% wrong: returns the pair (weights, biases) instead of their sum
def dense_parameters(in_features, out_features):
    return in_features * out_features, out_features
# %% wrong: only one bias for the whole layer instead of one for each output
def dense_parameters(in_features, out_features):
    n_weights = out_features * in_features
    return n_weights + 1
# %% right: adds up output by output, each with its weights and its bias
def dense_parameters(in_features, out_features):
    return sum(in_features + 1 for _ in range(out_features))
