# %% wrong: one bias in all
def dense_parameters(in_features, out_features):
    return in_features * out_features + 1
# %% wrong: a bias for each input
def dense_parameters(in_features, out_features):
    return in_features * out_features + in_features
# %% wrong: no bias
def dense_parameters(in_features, out_features):
    return in_features * out_features
# %% wrong: sum, not product
def dense_parameters(in_features, out_features):
    return in_features + out_features
# %% right: formula
def dense_parameters(in_features, out_features):
    return (in_features + 1) * out_features
