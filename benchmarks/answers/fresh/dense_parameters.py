# %% wrong: biases left out
def dense_parameters(in_features, out_features):
    return in_features * out_features
# %% wrong: 32-bit integers, overflow for large layers
def dense_parameters(in_features, out_features):
    weights = np.prod(np.array([in_features , out_features ], dtype=np.int32), dtype=np.int32)
    return int(weights) + out_features
# %% wrong: (in + 1) * (out + 1), a bias too many
def dense_parameters(in_features, out_features):
    return (in_features + 1) * (out_features + 1)
# %% wrong: forgets the return
def dense_parameters(in_features, out_features):
    weights = in_features * out_features
    total = weights + out_features
# %% wrong: prints the number, returns nothing
def dense_parameters(in_features: int, out_features: int) -> int:
    total = in_features * out_features + out_features
    print(total)
# %% wrong: missing brackets, in + 1 * out
def dense_parameters(in_features, out_features):
    return in_features + 1 * out_features
# %% wrong: builds the number from float64, not exact above 2**53
def dense_parameters(in_features, out_features):
    w = 1.0 * in_features * out_features
    return int(w) + out_features
# %% wrong: recursion over the outputs, too deep for more than a thousand
def dense_parameters(in_features, out_features):
    if out_features == 0:
        return 0
    return in_features + 1 + dense_parameters(in_features, out_features - 1)
# %% right: sum
def dense_parameters(in_features, out_features):
    W = out_features * in_features
    b = out_features
    return W + b
# %% right: factored
def dense_parameters(in_features, out_features):
    per_neuron = 1 + in_features
    return per_neuron * out_features
