# %% wrong: the product is in the wrong order, weight1 @ weight2: ValueError where the shapes do not fit, false numbers for square weights
def collapse_linear(weight1, bias1, weight2, bias2):
    return weight1 @ weight2, weight2 @ bias1 + bias2
# %% wrong: the joint bias is bias1 + bias2: bias1 has not gone through the second layer (and does not broadcast, ValueError, where the layers differ in width)
def collapse_linear(weight1, bias1, weight2, bias2):
    w = np.einsum("oh,hi->oi", weight2, weight1)
    b = bias1 + bias2
    return w, b
# %% wrong: the joint weight is collected in an array of whole numbers, which cuts off the fractions (right for whole-number weights only)
def collapse_linear(weight1, bias1, weight2, bias2):
    out, hid = weight2.shape
    inn = weight1.shape[1]
    w = np.zeros((out, inn), dtype=int)
    for o in range(out):
        for i in range(inn):
            w[o, i] = sum(weight2[o, h] * weight1[h, i] for h in range(hid))
    b = weight2 @ bias1
    b = b + bias2
    return w, b
# %% wrong: two mistakes: the joint weight is returned transposed, (in, out), and bias2 is forgotten
def collapse_linear(weight1, bias1, weight2, bias2):
    joint = weight1.T @ weight2.T
    return joint, weight2.dot(bias1)
# %% right: the layers are asked: at 0 for the bias, at unit vectors for the weight
def collapse_linear(weight1, bias1, weight2, bias2):
    def both(x):
        return weight2 @ (weight1 @ x + bias1) + bias2
    bias = both(np.zeros(weight1.shape[1]))
    columns = [both(e) - bias for e in np.eye(weight1.shape[1])]
    return np.stack(columns, axis=1), bias
