# %% wrong: returns a pair (weights, biases) in place of their sum
def dense_parameters(in_features, out_features):
    weights = in_features * out_features
    biases = out_features
    return weights, biases
# %% wrong: one bias for each input in place of each output; right only where there are as many inputs as outputs
def dense_parameters(in_features, out_features):
    return in_features * (out_features + 1)
# %% wrong: recursion over the outputs: right for a few, RecursionError for thousands of outputs such as 6*28*28
def dense_parameters(in_features, out_features):
    if out_features == 0:
        return 0
    return in_features + 1 + dense_parameters(in_features, out_features - 1)
# %% wrong: two mistakes: one single bias for the whole layer, and the number is printed and not returned (None)
def dense_parameters(in_features, out_features):
    bias = 1
    print(in_features * out_features + bias)
# %% right: sum over the outputs
def dense_parameters(in_features, out_features):
    return sum(in_features + 1 for _ in range(out_features))
