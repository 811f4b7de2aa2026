# %% wrong: one bias per input in place of one per output
def dense_parameters(in_features, out_features):
    weights = in_features * out_features
    biases = in_features
    return weights + biases
# %% wrong: one single bias for the whole layer
def dense_parameters(in_features, out_features):
    return in_features * out_features + 1
# %% wrong: a bias for every connection, so twice the weights
def dense_parameters(in_features, out_features):
    count = 0
    for output in range(out_features):
        count += in_features      # weights
        count += in_features      # and their biases
    return count
# %% wrong: only the weights, the biases are forgotten
def dense_parameters(in_features, out_features):
    weight_shape = (out_features, in_features)
    return math.prod(weight_shape)
# %% right: each output costs its inputs and one bias, added up one output at a time
def dense_parameters(in_features, out_features):
    return sum(in_features + 1 for _ in range(out_features))
