# %% wrong: the products stand in the order of x @ weight, weight1 before weight2
def collapse_linear(weight1, bias1, weight2, bias2):
    weight = np.matmul(weight1, weight2)
    bias = np.matmul(bias1, weight2) + bias2
    return weight, bias


# %% wrong: the joint bias goes through the second layer as a whole, bias2 included
def collapse_linear(weight1, bias1, weight2, bias2):
    weight = weight2 @ weight1
    zero = np.zeros(weight1.shape[1])
    # the answer at the origin is the bias
    hidden = weight1 @ zero + bias1
    return weight, weight2 @ (hidden + bias2)


# %% wrong: adds the new bias to bias2 in place, so the argument is changed
def collapse_linear(weight1, bias1, weight2, bias2):
    weight = np.dot(weight2, weight1)
    bias2 += np.dot(weight2, bias1)
    return weight, bias2


# %% right: homogeneous coordinates, the bias as one more column
def collapse_linear(weight1, bias1, weight2, bias2):
    def affine(weight, bias):
        matrix = np.zeros((len(weight) + 1, weight.shape[1] + 1))
        matrix[:-1, :-1], matrix[:-1, -1], matrix[-1, -1] = weight, bias, 1
        return matrix

    both = affine(weight2, bias2) @ affine(weight1, bias1)
    return both[:-1, :-1], both[:-1, -1]
