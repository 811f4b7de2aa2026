# %% wrong: the input is not counted
def memory_bytes(rows, input_shape, batch=1, copies=1):
    activations = sum(c * h * w for c, h, w, _, _ in rows)
    parameters = sum(row[3] for row in rows)
    return 4 * (batch * activations + copies * parameters)
# %% wrong: the input is counted once, not for each image of the batch
def memory_bytes(rows, input_shape, batch=1, copies=1):
    c, h, w = input_shape
    activations = batch * sum(row[0] * row[1] * row[2] for row in rows)
    parameters = sum(row[3] for row in rows)
    return 4 * (c * h * w + activations + copies * parameters)
# %% wrong: copies are counted on top of the parameters: 1 + copies
def memory_bytes(rows, input_shape, batch=1, copies=1):
    activations = math.prod(input_shape) + sum(c * h * w for c, h, w, p, m in rows)
    parameters = sum(p for c, h, w, p, m in rows)
    return 4 * (batch * activations + parameters + copies * parameters)
# %% wrong: the parameters grow with the batch, too
def memory_bytes(rows, input_shape, batch=1, copies=1):
    numbers = math.prod(input_shape)
    for c, h, w, parameters, _ in rows:
        numbers += c * h * w + copies * parameters
    return 4 * batch * numbers
# %% wrong: the last column, the MACs, is taken for the parameters
def memory_bytes(rows, input_shape, batch=1, copies=1):
    rows = np.array(rows)
    activations = rows[:, :3].prod(axis=1).sum() + np.prod(input_shape)
    return 4 * (batch * activations + copies * rows[:, -1].sum())
# %% wrong: the sum of the shapes' numbers instead of their products
def memory_bytes(rows, input_shape, batch=1, copies=1):
    rows = np.array(rows)
    activations = rows[:, :3].sum() + sum(input_shape)
    return int(4 * (batch * activations + copies * rows[:, 3].sum()))
# %% right: a loop that begins with the input
def memory_bytes(rows, input_shape, batch=1, copies=1):
    shapes = [tuple(input_shape)] + [tuple(row[:3]) for row in rows]
    kept = batch * sum(int(a) * int(b) * int(c) for a, b, c in shapes)
    held = copies * sum(int(row[3]) for row in rows)
    return (kept + held) * 4
