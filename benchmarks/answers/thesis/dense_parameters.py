# %% wrong: one bias for each input, not for each output; shows when the two numbers differ
def dense_parameters(in_features, out_features):
    weights = in_features * out_features
    biases = in_features
    return weights + biases
# %% wrong: the biases are left out
def dense_parameters(in_features, out_features):
    return in_features * out_features
# %% wrong: a single bias for the whole layer; shows when there is more than one output
def dense_parameters(in_features, out_features):
    n = 0
    for o in range(out_features):
        n += in_features
    n += 1  # the bias
    return n
# %% wrong: inputs have biases too, besides those of the outputs
def dense_parameters(in_features, out_features):
    W = in_features * out_features
    b = in_features + out_features
    return W + b
# %% right: each output is counted with its weights and bias, by a generator
def dense_parameters(in_features, out_features):
    return sum(in_features + 1 for _unit in range(out_features))
