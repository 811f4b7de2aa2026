# %% wrong: the input is counted once, not once for each image of the batch
def memory_bytes(rows, input_shape, batch=1, copies=1):
    activations = sum(c * h * w for c, h, w, _, _ in rows) * batch
    activations += math.prod(input_shape)
    parameters = sum(row[3] for row in rows)
    return 4 * (activations + copies * parameters)
# %% wrong: column 4, the MACs, is added up instead of column 3, the parameters
def memory_bytes(rows, input_shape, batch=1, copies=1):
    rows = np.array(rows)
    answers = rows[:, :3].prod(axis=1).sum() + np.prod(input_shape)
    parameters = rows[:, 4].sum()
    return int(4 * (batch * answers + copies * parameters))
# %% wrong: a number is taken for 8 bytes (float64) instead of 4
def memory_bytes(rows, input_shape, batch=1, copies=1):
    numbers = batch * int(np.prod(input_shape))
    for channels, height, width, parameters, macs in rows:
        numbers += batch * channels * height * width + copies * parameters
    return numbers * np.dtype(float).itemsize
# %% wrong: copies multiplies the activations as well, not only the parameters
def memory_bytes(rows, input_shape, batch=1, copies=1):
    activations = math.prod(input_shape) + sum(math.prod(row[:3]) for row in rows)
    parameters = sum(row[3] for row in rows)
    return 4 * copies * (batch * activations + parameters)
# %% right: columns by zip, with the input as one more layer without parameters
def memory_bytes(rows, input_shape, batch=1, copies=1):
    layers = [(*input_shape, 0, 0), *rows]
    c, h, w, parameters, _ = (np.array(column, dtype=np.int64) for column in zip(*layers))
    per_layer = batch * c * h * w + copies * parameters
    return 4 * int(per_layer.sum())
