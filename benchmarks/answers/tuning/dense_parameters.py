# %% wrong: the biases are forgotten
def dense_parameters(in_features, out_features):
    return in_features * out_features
# %% wrong: one bias for each input instead of each output
def dense_parameters(in_features, out_features):
    return in_features * out_features + in_features
# %% wrong: one single bias for the whole layer
def dense_parameters(in_features, out_features):
    return in_features * out_features + 1
# %% wrong: a bias for every weight, so everything counts twice
def dense_parameters(in_features, out_features):
    return 2 * in_features * out_features
# %% wrong: inputs and outputs are added instead of multiplied
def dense_parameters(in_features, out_features):
    weights = in_features + out_features
    biases = out_features
    return weights + biases
# %% wrong: biases for the inputs as well as for the outputs
def dense_parameters(in_features, out_features):
    return in_features * out_features + in_features + out_features
# %% wrong: returns nothing, the total is only computed
def dense_parameters(in_features, out_features):
    weights = in_features * out_features
    total = weights + out_features
# %% wrong: returns weights and biases as a pair, not their sum
def dense_parameters(in_features, out_features):
    return in_features * out_features, out_features
# %% wrong: hard-coded 784 inputs
def dense_parameters(in_features, out_features):
    return 784 * out_features + out_features
# %% wrong: NameError, the variable is called out_feature
def dense_parameters(in_features, out_features):
    return in_features * out_feature + out_feature
# %% right: weights plus biases
def dense_parameters(in_features, out_features):
    return in_features * out_features + out_features
# %% right: factored
def dense_parameters(in_features, out_features):
    return (in_features + 1) * out_features
# %% right: sizes of real arrays
def dense_parameters(in_features, out_features):
    weight = np.empty((out_features, in_features))
    bias = np.empty(out_features)
    return weight.size + bias.size
# %% right: counted output by output
def dense_parameters(in_features, out_features):
    total = 0
    for _ in range(out_features):
        total += in_features
        total += 1
    return total
