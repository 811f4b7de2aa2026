# %% wrong: the joint bias is bias2 alone, bias1 is lost
def collapse_linear(weight1, bias1, weight2, bias2):
    weight = weight2 @ weight1
    return weight, bias2.copy()
# %% wrong: the order of the product is weight1 @ weight2; a crash unless the input is as long as the output, and then wrong
def collapse_linear(weight1, bias1, weight2, bias2):
    W = np.dot(weight1, weight2)
    b = np.dot(weight2, bias1) + bias2
    return W, b
# %% wrong: the numbers are right, but += changes the argument bias2
def collapse_linear(weight1, bias1, weight2, bias2):
    weight = np.matmul(weight2, weight1)
    bias = bias2
    bias += np.matmul(weight2, bias1)
    return weight, bias
# %% wrong: the joint weight is returned transposed, (in, out)
def collapse_linear(weight1, bias1, weight2, bias2):
    joint = np.einsum("mi,om->io", weight1, weight2)
    bias = np.einsum("om,m->o", weight2, bias1) + bias2
    return joint, bias
# %% right: ask the two layers themselves, with 0 and with unit vectors
def collapse_linear(weight1, bias1, weight2, bias2):
    def both(x):
        return weight2.dot(weight1.dot(x) + bias1) + bias2

    inputs = weight1.shape[1]
    augmented1 = np.vstack([np.column_stack([weight1, bias1]), np.append(np.zeros(inputs), 1)])
    joint = np.column_stack([weight2, bias2]) @ augmented1
    return joint[:, :inputs], both(np.zeros(inputs))
