# %% wrong: the input is counted once, not for each image of the batch
def memory_bytes(rows, input_shape, batch=1, copies=1):
    answers = sum(c * h * w for c, h, w, _, _ in rows)
    parameters = sum(row[3] for row in rows)
    return 4 * (batch * answers + math.prod(input_shape) + copies * parameters)
# %% wrong: the parameters are counted copies + 1 times: copies is taken as those besides the parameters themselves
def memory_bytes(rows, input_shape, batch=1, copies=1):
    activations = int(np.prod(input_shape))
    parameters = 0
    for c, h, w, count, macs in rows:
        activations += c * h * w
        parameters += count
    return 4 * (activations * batch + parameters * (1 + copies))
# %% wrong: the batch multiplies the parameters as well
def memory_bytes(rows, input_shape, batch=1, copies=1):
    rows = np.asarray(rows)
    kept = rows[:, :3].prod(axis=1).sum() + np.prod(input_shape)
    return int(4 * batch * (kept + copies * rows[:, 3].sum()))
# %% wrong: the last column (MACs) is added up in place of the parameters
def memory_bytes(rows, input_shape, batch=1, copies=1):
    activations = math.prod(input_shape) + sum(math.prod(row[:3]) for row in rows)
    parameters = sum(row[-1] for row in rows)
    return 4 * (batch * activations + copies * parameters)
# %% right: two dot products
def memory_bytes(rows, input_shape, batch=1, copies=1):
    kept = [tuple(input_shape), *(tuple(row[:3]) for row in rows)]
    held = [int(row[3]) for row in rows]
    return int(np.dot([4 * batch, 4 * copies], [sum(int(c) * int(h) * int(w) for c, h, w in kept), sum(held)]))
