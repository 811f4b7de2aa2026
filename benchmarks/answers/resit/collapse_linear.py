# %% wrong: the matrices are multiplied in the wrong order, weight1 @ weight2: a ValueError unless layer 2 gives as many numbers as layer 1 reads, and a wrong weight then
def collapse_linear(weight1, bias1, weight2, bias2):
    weight = weight1 @ weight2
    bias = weight2 @ bias1 + bias2
    return weight, bias
# %% wrong: the biases are just added: bias1 does not go through the second layer (a ValueError where the layers have different widths)
def collapse_linear(weight1, bias1, weight2, bias2):
    return np.matmul(weight2, weight1), np.add(bias1, bias2)
# %% wrong: the second bias goes through weight2, too: weight2 @ (bias1 + bias2), a ValueError where the layers have different widths
def collapse_linear(weight1, bias1, weight2, bias2):
    joint = np.einsum("om,mi->oi", weight2, weight1)
    return joint, weight2 @ (bias1 + bias2)
# %% wrong: two mistakes: bias2 is left out of the joint bias, and the joint weight is transposed, (in, out)
def collapse_linear(weight1, bias1, weight2, bias2):
    weight = weight1.T.dot(weight2.T)
    bias = weight2.dot(bias1)
    return weight, bias
# %% right: what the two layers answer to 0 and to each unit vector
def collapse_linear(weight1, bias1, weight2, bias2):
    def both(x):
        return weight2 @ (weight1 @ x + bias1) + bias2

    inputs = np.shape(weight1)[1]
    bias = both(np.zeros(inputs))
    columns = [both(unit) - bias for unit in np.eye(inputs)]
    return np.stack(columns, axis=1), bias
