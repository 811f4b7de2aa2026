# %% wrong: product in the wrong order, weight1 @ weight2 (crash for most shapes, wrong for square ones)
def collapse_linear(weight1, bias1, weight2, bias2):
    return weight1 @ weight2, weight2 @ bias1 + bias2
# %% wrong: biases are just added; bias1 has to go through layer 2
def collapse_linear(weight1, bias1, weight2, bias2):
    weight = weight2 @ weight1
    bias = bias1 + bias2
    return weight, bias
# %% wrong: forgets bias2
def collapse_linear(weight1, bias1, weight2, bias2):
    return weight2 @ weight1, weight2 @ bias1
# %% wrong: forgets bias1; only the second bias is kept
def collapse_linear(weight1, bias1, weight2, bias2):
    return np.dot(weight2, weight1), bias2
# %% wrong: gives (bias, weight), the pair the other way round
def collapse_linear(weight1, bias1, weight2, bias2):
    bias = bias2 + weight2 @ bias1
    weight = np.einsum("oh,hi->oi", weight2, weight1)
    return bias, weight
# %% wrong: for the convention x @ W: weight1.T @ weight2.T, the transposed weight (in, out)
def collapse_linear(weight1, bias1, weight2, bias2):
    weight = weight1.T @ weight2.T
    bias = bias1 @ weight2.T + bias2
    return weight, bias
# %% right: with a 1 appended to x, each layer is one matrix
def collapse_linear(weight1, bias1, weight2, bias2):
    hidden, n_in = weight1.shape
    first = np.zeros((hidden + 1, n_in + 1))
    first[:hidden, :n_in], first[:hidden, n_in], first[hidden, n_in] = weight1, bias1, 1
    both = np.column_stack([weight2, bias2]) @ first
    return both[:, :n_in], both[:, n_in]
