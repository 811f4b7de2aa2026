# %% wrong: the input counts once, not once for each image of the batch
def memory_bytes(rows, input_shape, batch=1, copies=1):
    answers = sum(row[0] * row[1] * row[2] for row in rows)
    parameters = sum(row[3] for row in rows)
    return 4 * (batch * answers + math.prod(input_shape) + copies * parameters)
# %% wrong: copies multiplies the activations, too
def memory_bytes(rows, input_shape, batch=1, copies=1):
    activations = math.prod(input_shape) + sum(c * h * w for c, h, w, _, _ in rows)
    parameters = sum(p for _, _, _, p, _ in rows)
    return 4 * copies * (batch * activations + parameters)
# %% wrong: adds up the MACs in place of the parameters
def memory_bytes(rows, input_shape, batch=1, copies=1):
    activations, parameters = math.prod(input_shape), 0
    for row in rows:
        activations += row[0] * row[1] * row[2]
        parameters += row[-1]
    return 4 * (batch * activations + copies * parameters)
