# %% wrong: the input is left out of the activations; shows for batch above 0
def memory_bytes(rows, input_shape, batch=1, copies=1):
    activations = 0
    parameters = 0
    for c, h, w, p, m in rows:
        activations += c * h * w
        parameters += p
    return 4 * (batch * activations + copies * parameters)

# %% wrong: the parameters are multiplied by the batch, too; shows for a batch that is not 1
def memory_bytes(rows, input_shape, batch=1, copies=1):
    act = input_shape[0] * input_shape[1] * input_shape[2]
    act += sum(r[0] * r[1] * r[2] for r in rows)
    par = copies * sum(r[3] for r in rows)
    return batch * (act + par) * 4

# %% wrong: copies multiplies the activations, too; shows for copies that is not 1
def memory_bytes(rows, input_shape, batch=1, copies=1):
    table = np.array(rows)
    numbers = batch * (np.prod(input_shape) + np.prod(table[:, :3], axis=1).sum())
    numbers = numbers + table[:, 3].sum()
    return int(4 * copies * numbers)

# %% wrong: two mistakes: the input is counted once instead of once for each image (shows for a batch that is not 1), and copies is taken as copies beside the parameters (one too many)
def memory_bytes(rows, input_shape, batch=1, copies=1):
    c, h, w = input_shape
    answers = sum(int(a) * int(b) * int(d) for a, b, d, *_ in rows)
    params = sum(int(row[3]) for row in rows)
    floats = c * h * w + batch * answers + params * (1 + copies)
    return floats * 4

# %% right: two inner products by zip
def memory_bytes(rows, input_shape, batch=1, copies=1):
    shapes = [tuple(input_shape)] + [tuple(row)[:3] for row in rows]
    kept = [math.prod(int(side) for side in shape) for shape in shapes]
    return sum(4 * batch * k for k in kept) + sum(4 * copies * int(row[3]) for row in rows)
