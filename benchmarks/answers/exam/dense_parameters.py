# %% wrong: a pair, weights and biases apart
def dense_parameters(in_features, out_features):
    weights = in_features * out_features
    biases = out_features
    return weights, biases

# %% wrong: one bias for the whole layer
def dense_parameters(in_features, out_features):
    return in_features * out_features + 1

# %% wrong: a bias for each input instead of each output
def dense_parameters(in_features, out_features):
    return in_features * (out_features + 1)

# %% wrong: a bias unit on both sides
def dense_parameters(in_features, out_features):
    return (in_features + 1) * (out_features + 1)

# %% wrong: the bias is left out
def dense_parameters(in_features, out_features):
    weight = np.zeros((out_features, in_features), dtype=bool)
    return weight.size

# %% right: one row of weights and a bias for each output
def dense_parameters(in_features, out_features):
    per_output = in_features + 1
    return per_output * out_features
