# %% wrong: the joint weight is weight1 @ weight2 instead of weight2 @ weight1 (ValueError where the shapes do not fit, else wrong numbers); the bias is right
def collapse_linear(weight1, bias1, weight2, bias2):
    weight = weight1 @ weight2
    bias = weight2 @ bias1 + bias2
    return weight, bias
# %% wrong: the joint bias is bias1 + bias2, so bias1 does not go through weight2 (ValueError where the two lengths differ and neither is 1)
def collapse_linear(weight1, bias1, weight2, bias2):
    return weight2 @ weight1, bias1 + bias2
# %% wrong: two mistakes: the joint weight is returned transposed, with shape (in, out) instead of (out, in), and bias2 is left out of the joint bias
def collapse_linear(weight1, bias1, weight2, bias2):
    joint_weight = weight1.T @ weight2.T
    joint_bias = bias1 @ weight2.T
    return joint_weight, joint_bias
# %% wrong: the joint bias is added into bias2 in place, so the argument bias2 is changed (UFuncTypeError if bias2 holds integers and the rest floats)
def collapse_linear(weight1, bias1, weight2, bias2):
    weight = np.dot(weight2, weight1)
    bias2 += np.dot(weight2, bias1)
    return weight, bias2
# %% right: as affine matrices with a last row 0 ... 0 1
def collapse_linear(weight1, bias1, weight2, bias2):
    def affine(w, b):
        w = np.asarray(w, dtype=float)
        top = np.hstack([w, np.reshape(b, (-1, 1))])
        bottom = np.zeros((1, top.shape[1]))
        bottom[0, -1] = 1
        return np.vstack([top, bottom])

    both = affine(weight2, bias2) @ affine(weight1, bias1)
    return both[:-1, :-1], both[:-1, -1]
