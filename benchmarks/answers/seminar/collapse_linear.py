# %% wrong: the biases are only added, bias1 has not gone through the second layer; wrong numbers where the sizes of the two layers agree, crash or wrong shape elsewhere
def collapse_linear(weight1, bias1, weight2, bias2):
    return weight2 @ weight1, bias1 + bias2
# %% wrong: the joint bias is added into bias2 itself, so the argument is changed
def collapse_linear(weight1, bias1, weight2, bias2):
    W = np.matmul(weight2, weight1)
    bias2 += np.matmul(weight2, bias1)
    return W, bias2
# %% wrong: bias2 is forgotten
def collapse_linear(weight1, bias1, weight2, bias2):
    weight = weight2.dot(weight1)
    bias = weight2.dot(bias1)   # what is left
    return weight, bias
# %% wrong: two mistakes: the joint weight is returned transposed, and bias1 is left out of the joint bias
def collapse_linear(weight1, bias1, weight2, bias2):
    joint_w = weight1.T @ weight2.T
    joint_b = bias2.copy()
    return joint_w, joint_b
# %% right: weight1 with its bias as one more column, and the answer to zero as bias
def collapse_linear(weight1, bias1, weight2, bias2):
    def both(vector):
        return weight2 @ (weight1 @ vector + bias1) + bias2

    inputs = np.shape(weight1)[1]
    bias = both(np.zeros(inputs))
    extended1 = np.block([[np.asarray(weight1), np.reshape(bias1, (-1, 1))]])
    return (weight2 @ extended1)[:, :inputs], bias
