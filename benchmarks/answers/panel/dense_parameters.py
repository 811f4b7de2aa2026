# %% wrong: one bias for each input and not for each output; shows when the two numbers differ
def dense_parameters(in_features, out_features):
    weights = in_features * out_features
    biases = in_features
    return weights + biases
# %% wrong: one bias for the whole layer; shows when there is more than one output
def dense_parameters(in_features, out_features):
    return in_features * out_features + 1
# %% wrong: one bias for each connection; shows when there is more than one input
def dense_parameters(in_features, out_features):
    total = 0
    for _ in range(out_features):
        total += in_features  # the weights
        total += in_features  # their biases
    return total
# %% wrong: the biases are not counted at all
def dense_parameters(in_features, out_features):
    return math.prod((out_features, in_features))
# %% right: the bias is counted as one more input
def dense_parameters(in_features, out_features):
    return sum(in_features + 1 for _ in range(out_features))
