# %% wrong: product in the other order
def collapse_linear(weight1, bias1, weight2, bias2):
    return weight1 @ weight2, weight2 @ bias1 + bias2
# %% wrong: biases just added
def collapse_linear(weight1, bias1, weight2, bias2):
    return weight2 @ weight1, bias1 + bias2
# %% wrong: bias2 passes through weight2
def collapse_linear(weight1, bias1, weight2, bias2):
    return weight2 @ weight1, weight2 @ bias1 + weight2 @ weight2.T @ bias2
# %% wrong: as for rows x @ W: transposed weight
def collapse_linear(weight1, bias1, weight2, bias2):
    return weight1.T @ weight2.T, bias1 @ weight2.T + bias2
# %% wrong: bias2 forgotten
def collapse_linear(weight1, bias1, weight2, bias2):
    return weight2.dot(weight1), weight2.dot(bias1)
# %% right: products
def collapse_linear(weight1, bias1, weight2, bias2):
    return weight2 @ weight1, weight2 @ bias1 + bias2
# %% right: probes with unit vectors
def collapse_linear(weight1, bias1, weight2, bias2):
    f = lambda v: weight2 @ (weight1 @ v + bias1) + bias2
    b = f(np.zeros(weight1.shape[1]))
    return np.stack([f(e) - b for e in np.eye(weight1.shape[1])], axis=1), b
