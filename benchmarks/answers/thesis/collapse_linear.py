# %% wrong: crash: the joint bias is bias1 + bias2: bias1 has not gone through the second layer; where the layers differ in width the sum does not fit and raises (unless one of them is 1 wide); wrong numbers at equal widths
def collapse_linear(weight1, bias1, weight2, bias2):
    weight = weight2 @ weight1
    bias = bias1 + bias2
    return weight, bias
# %% wrong: the two are returned in the wrong order, (bias, weight)
def collapse_linear(weight1, bias1, weight2, bias2):
    # W2 (W1 x + b1) + b2 = W2 W1 x + W2 b1 + b2
    return np.dot(weight2, bias1) + bias2, np.dot(weight2, weight1)
# %% wrong: bias2 is forgotten: the joint bias is weight2 @ bias1 only; shows unless bias2 is 0
def collapse_linear(weight1, bias1, weight2, bias2):
    joint = np.einsum("om,mi->oi", weight2, weight1)
    joint_bias = np.einsum("om,m->o", weight2, bias1)
    return joint, joint_bias
# %% wrong: two mistakes: the joint weight is transposed, (in, out), and bias2 is added in place into the argument (bias2 is changed)
def collapse_linear(weight1, bias1, weight2, bias2):
    w = weight1.T @ weight2.T
    bias2 += weight2 @ bias1
    return w, bias2
# %% right: both layers as one matrix with the bias as last column
def collapse_linear(weight1, bias1, weight2, bias2):
    first = np.column_stack([weight1, bias1])
    both = np.matmul(weight2, first)
    both = both + np.column_stack([np.zeros((len(bias2), both.shape[1] - 1)), bias2])
    return both[:, :-1], both[:, -1]
