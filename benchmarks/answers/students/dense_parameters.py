# %% wrong: forgets the biases
def dense_parameters(in_features, out_features):
    return in_features * out_features
# %% wrong: one bias for each input instead of for each output (right when both are equal)
def dense_parameters(in_features, out_features):
    return in_features * out_features + in_features
# %% wrong: one bias for the whole layer
def dense_parameters(in_features, out_features):
    return in_features * out_features + 1
# %% wrong: gives the two numbers as a pair instead of their sum
def dense_parameters(in_features, out_features):
    return in_features * out_features, out_features
# %% right: a bias is one more input that is always 1
def dense_parameters(in_features, out_features):
    return (in_features + 1) * out_features
