# %% wrong: the two weights are multiplied in the wrong order (ValueError unless the shapes happen to fit)
def collapse_linear(weight1, bias1, weight2, bias2):
    return weight1 @ weight2, weight2 @ bias1 + bias2
# %% wrong: the biases are only added, bias1 does not go through the second layer (ValueError if the sizes differ)
def collapse_linear(weight1, bias1, weight2, bias2):
    return weight2 @ weight1, bias1 + bias2
# %% wrong: weight2 is overwritten by the joint weight before the bias is computed (ValueError unless sizes fit)
def collapse_linear(weight1, bias1, weight2, bias2):
    weight2 = weight2 @ weight1
    bias2 = weight2 @ bias1 + bias2
    return weight2, bias2
# %% wrong: bias2 is forgotten
def collapse_linear(weight1, bias1, weight2, bias2):
    weight = np.dot(weight2, weight1)
    bias = np.dot(weight2, bias1)
    return weight, bias
# %% wrong: the caller's bias2 is changed by +=
def collapse_linear(weight1, bias1, weight2, bias2):
    bias2 += weight2 @ bias1
    return weight2 @ weight1, bias2
# %% wrong: the joint weight comes out transposed, (in, out)
def collapse_linear(weight1, bias1, weight2, bias2):
    return weight1.T @ weight2.T, bias1 @ weight2.T + bias2
# %% right: the bias as one more column
def collapse_linear(weight1, bias1, weight2, bias2):
    both = weight2 @ np.column_stack([weight1, bias1])
    return both[:, :-1], both[:, -1] + bias2
