# %% wrong: the two weights are multiplied in the wrong order, weight1 @ weight2: a ValueError from matmul unless the sizes happen to fit, and other numbers if they do
def collapse_linear(weight1, bias1, weight2, bias2):
    weight = weight1 @ weight2
    bias = weight2 @ bias1 + bias2
    return weight, bias
# %% wrong: bias1 is multiplied by the joint weight instead of weight2 (a ValueError unless layer 1 has as many inputs as outputs, and then a wrong bias)
def collapse_linear(weight1, bias1, weight2, bias2):
    # weight2 @ (weight1 @ x + bias1) + bias2
    weight = weight2 @ weight1
    return weight, weight @ bias1 + bias2
# %% wrong: the joint weight is returned transposed, (in, out) instead of (out, in); the bias is right
def collapse_linear(weight1, bias1, weight2, bias2):
    joint = weight1.T @ weight2.T
    joint_bias = bias1 @ weight2.T + bias2
    return joint, joint_bias
# %% wrong: the answer is right, but the argument bias2 is changed in place by += (a UFuncTypeError if it holds whole numbers and the others floats)
def collapse_linear(weight1, bias1, weight2, bias2):
    W = np.dot(weight2, weight1)
    bias2 += np.dot(weight2, bias1)
    return W, bias2
# %% right: each layer as one matrix with the bias as last column
def collapse_linear(weight1, bias1, weight2, bias2):
    def augmented(w, b):
        top = np.column_stack([w, b])
        bottom = np.append(np.zeros(w.shape[1]), 1)
        return np.vstack([top, bottom])

    both = augmented(weight2, bias2) @ augmented(weight1, bias1)
    return both[:-1, :-1], both[:-1, -1]
