# %% wrong: counts one bias per input (in_features) in place of one per output
def dense_parameters(in_features, out_features):
    weights = in_features * out_features
    biases = in_features
    return weights + biases
# %% wrong: counts a single bias for the whole layer in place of one per output
def dense_parameters(in_features, out_features):
    return in_features * out_features + 1
# %% wrong: returns the pair (weights, biases) in place of their sum
def dense_parameters(in_features, out_features):
    n_weights = in_features * out_features
    n_biases = out_features
    return n_weights, n_biases
# %% wrong: adds 1 to both numbers, (in + 1) * (out + 1), so in_features + 1 too many: the extra 1 belongs to the inputs only
def dense_parameters(in_features, out_features):
    return (in_features + 1) * (out_features + 1)
# %% right: sum over the outputs
def dense_parameters(in_features, out_features):
    return sum(in_features + 1 for _ in range(out_features))
