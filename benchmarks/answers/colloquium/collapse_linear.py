# %% wrong: bias2 is forgotten, the joint bias is weight2 @ bias1 only
def collapse_linear(weight1, bias1, weight2, bias2):
    weight = weight2 @ weight1
    bias = weight2 @ bias1
    return weight, bias
# %% wrong: the joint weight is returned transposed, (in, out) instead of (out, in), as for x @ weight
def collapse_linear(weight1, bias1, weight2, bias2):
    joint = weight1.T @ weight2.T
    return joint, bias1 @ weight2.T + bias2
# %% wrong: weight and bias are returned in the wrong order, (bias, weight)
def collapse_linear(weight1, bias1, weight2, bias2):
    W = np.einsum("om,mi->oi", weight2, weight1)
    b = np.einsum("om,m->o", weight2, bias1) + bias2
    return b, W
# %% wrong: bias1 goes through the joint weight (weight2 @ weight1) instead of weight2, a ValueError or wrong bias
def collapse_linear(weight1, bias1, weight2, bias2):
    weight = np.matmul(weight2, weight1)
    return weight, weight @ bias1 + bias2
# %% right: one product of homogeneous matrices, the bias as an extra column
def collapse_linear(weight1, bias1, weight2, bias2):
    def augmented(w, b):
        top = np.hstack([w, np.reshape(b, (-1, 1))])
        return np.vstack([top, np.eye(1, top.shape[1], top.shape[1] - 1)])
    both = (augmented(weight2, bias2) @ augmented(weight1, bias1))[:-1]
    return both[:, :-1], both[:, -1]
