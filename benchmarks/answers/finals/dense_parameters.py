# %% wrong: the bias is counted for each input instead of each output
def dense_parameters(in_features, out_features):
    weights = in_features * out_features
    biases = in_features
    return weights + biases
# %% wrong: one single bias for the whole layer
def dense_parameters(in_features, out_features):
    return 1 + in_features * out_features
# %% wrong: the weights alone, no biases
def dense_parameters(in_features, out_features):
    return math.prod((out_features, in_features))
# %% right: a bias is a weight for an input that is always 1
def dense_parameters(in_features, out_features):
    return out_features * (in_features + 1)
