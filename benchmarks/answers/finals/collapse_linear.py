# %% wrong: the weights are multiplied in the wrong order (a ValueError unless square)
def collapse_linear(weight1, bias1, weight2, bias2):
    return weight1 @ weight2, weight2 @ bias1 + bias2
# %% wrong: the biases are simply added, the first has not gone through the second layer (a ValueError where the lengths differ)
def collapse_linear(weight1, bias1, weight2, bias2):
    return np.dot(weight2, weight1), bias1 + bias2
# %% wrong: the second layer's bias is forgotten
def collapse_linear(weight1, bias1, weight2, bias2):
    joint = np.einsum("om,mi->oi", weight2, weight1)
    return joint, np.einsum("om,m->o", weight2, bias1)
# %% right: probing, the answer to 0 is the bias, the answers to unit vectors the columns
def collapse_linear(weight1, bias1, weight2, bias2):
    def both(x):
        return weight2 @ (weight1 @ x + bias1) + bias2

    bias = both(np.zeros(weight1.shape[1]))
    columns = [weight2 @ (weight1 @ unit) for unit in np.eye(weight1.shape[1])]
    return np.stack(columns, axis=1), bias
