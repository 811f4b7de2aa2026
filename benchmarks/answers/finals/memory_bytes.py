# %% wrong: the input is left out
def memory_bytes(rows, input_shape, batch=1, copies=1):
    activations = sum(c * h * w for c, h, w, _, _ in rows)
    parameters = sum(row[3] for row in rows)
    return 4 * (batch * activations + copies * parameters)
# %% wrong: copies multiplies the activations, too
def memory_bytes(rows, input_shape, batch=1, copies=1):
    total = math.prod(input_shape) * batch
    for c, h, w, p, m in rows:
        total += c * h * w * batch + p
    return 4 * copies * total
# %% wrong: copies counts in addition to the parameters: copies + 1 arrays
def memory_bytes(rows, input_shape, batch=1, copies=1):
    rows = np.asarray(rows)
    acts = rows[:, :3].prod(axis=1).sum() + np.prod(input_shape)
    return 4 * (int(acts) * batch + int(rows[:, 3].sum()) * (1 + copies))
# %% wrong: counts the input once only, not for each image of the batch
def memory_bytes(rows, input_shape, batch=1, copies=1):
    answers = sum(row[0] * row[1] * row[2] for row in rows) * batch
    image = input_shape[0] * input_shape[1] * input_shape[2]
    return 4 * (answers + image + copies * sum(row[3] for row in rows))
# %% wrong: numbers, not bytes
def memory_bytes(rows, input_shape, batch=1, copies=1):
    shapes = [tuple(input_shape)] + [tuple(row[:3]) for row in rows]
    return batch * sum(math.prod(map(int, s)) for s in shapes) + copies * sum(int(row[3]) for row in rows)
# %% right: one generator over shapes, in Python's whole numbers
def memory_bytes(rows, input_shape, batch=1, copies=1):
    kept = math.prod(int(n) for n in input_shape)
    held = 0
    for channels, height, width, parameters, _macs in rows:
        kept += int(channels) * int(height) * int(width)
        held += int(parameters)
    return (kept * batch + held * copies) << 2
