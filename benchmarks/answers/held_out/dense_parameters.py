# %% wrong: counts the weights only, no bias
def dense_parameters(in_features, out_features):
    weight = np.zeros((out_features, in_features))
    return weight.size
# %% wrong: a bias for each input instead of each output, (out + 1) * in
def dense_parameters(in_features, out_features):
    return (out_features + 1) * in_features
# %% wrong: both sides get a 1 more, (in + 1) * (out + 1)
def dense_parameters(in_features, out_features):
    return (in_features + 1) * (out_features + 1)
# %% wrong: the bias is subtracted
def dense_parameters(in_features, out_features):
    weights = out_features * in_features
    weights -= out_features
    return weights
# %% wrong: ** instead of *
def dense_parameters(in_features, out_features):
    return in_features**out_features + out_features
# %% wrong: prints the number and returns None
def dense_parameters(in_features, out_features):
    number = in_features * out_features + out_features
    print("parameters:", number)
# %% wrong: in_features squared instead of in_features times out_features
def dense_parameters(in_features, out_features):
    w = in_features * in_features
    return w + out_features
# %% wrong: the loop begins at 1, so the last output is not counted
def dense_parameters(in_features, out_features):
    total = 0
    for output in range(1, out_features):
        total += in_features + 1
    return total
# %% wrong: UnboundLocalError, total is increased before it exists
def dense_parameters(in_features, out_features):
    for output in range(out_features):
        total += in_features + 1
    return total
# %% wrong: returns after the first output
def dense_parameters(in_features, out_features):
    total = 0
    for output in range(out_features):
        total += in_features + 1
        return total
# %% right: a sum over outputs
def dense_parameters(in_features, out_features):
    return sum(in_features + 1 for _ in range(out_features))
# %% right: bias as an input that is always 1
def dense_parameters(in_features, out_features):
    with_constant = in_features + 1
    return with_constant * out_features
# %% right: a helper that counts entries
def count(*shape):
    return int(np.prod(shape))

def dense_parameters(in_features, out_features):
    return count(out_features, in_features) + count(out_features)
