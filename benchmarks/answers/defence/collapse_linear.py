# %% wrong: the joint bias is bias1 + bias2: bias1 does not go through the second layer (ValueError where the sizes differ)
def collapse_linear(weight1, bias1, weight2, bias2):
    return weight2 @ weight1, bias1 + bias2
# %% wrong: the matrices are multiplied in the wrong order, weight1 @ weight2 (wrong numbers where the shapes allow it, otherwise ValueError or a wrong shape)
def collapse_linear(weight1, bias1, weight2, bias2):
    weight = np.dot(weight1, weight2)
    bias = np.dot(weight2, bias1) + bias2
    return weight, bias
# %% wrong: bias2 is left out of the joint bias
def collapse_linear(weight1, bias1, weight2, bias2):
    W = np.einsum("om,mi->oi", weight2, weight1)
    b = np.einsum("om,m->o", weight2, bias1)
    return W, b
# %% wrong: the result is right but bias2 is changed in place by += (UFuncTypeError for whole-number bias2 with floats)
def collapse_linear(weight1, bias1, weight2, bias2):
    joint = weight2 @ weight1
    bias2 += weight2 @ bias1
    return joint, bias2
# %% right: the bias as one more column, one product of homogeneous matrices
def collapse_linear(weight1, bias1, weight2, bias2):
    def extended(w, b):
        top = np.column_stack([w, b])
        return np.vstack([top, np.eye(1, top.shape[1], top.shape[1] - 1)])
    both = extended(weight2, bias2) @ extended(weight1, bias1)
    return both[:-1, :-1], both[:-1, -1]
