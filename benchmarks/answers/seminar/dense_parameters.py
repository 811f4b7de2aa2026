# %% wrong: the biases are left out
def dense_parameters(in_features, out_features):
    return in_features * out_features
# %% wrong: one bias for each input, not for each output; shows where the two numbers differ
def dense_parameters(in_features, out_features):
    weights = in_features * out_features
    biases = in_features
    return weights + biases
# %% wrong: one single bias for the whole layer; shows for more than one output
def dense_parameters(in_features, out_features):
    # y = W x + b
    return in_features * out_features + 1
# %% wrong: one bias for each input and one for each output
def dense_parameters(in_features, out_features):
    total = 0
    total += in_features * out_features
    total += in_features + out_features
    return total
# %% right: the sizes of the two arrays, by math.prod
def dense_parameters(in_features, out_features):
    shapes = {"weight": (out_features, in_features), "bias": (out_features,)}
    return sum(math.prod(shape) for shape in shapes.values())
