# %% wrong: takes rows to have four numbers, but they have five: raises ValueError (too many values to unpack)
def memory_bytes(rows, input_shape, batch=1, copies=1):
    activations, parameters = math.prod(input_shape), 0
    for c, h, w, count in rows:
        activations += c * h * w
        parameters += count
    return 4 * (batch * activations + copies * parameters)
# %% wrong: the parameters are multiplied by the batch, too; right for batch 1
def memory_bytes(rows, input_shape, batch=1, copies=1):
    numbers = input_shape[0] * input_shape[1] * input_shape[2]
    for row in rows:
        numbers += row[0] * row[1] * row[2] + copies * row[3]
    return 4 * batch * numbers
# %% wrong: computes in 32-bit integers, which overflow beyond 2³¹ - 1 bytes (about 2.1 GB); right below
def memory_bytes(rows, input_shape, batch=1, copies=1):
    table = np.array([[row[0], row[1], row[2], row[3]] for row in rows], dtype=np.int32)
    answers = table[:, :3].prod(axis=1, dtype=np.int32).sum(dtype=np.int32)
    answers = answers + np.prod(input_shape, dtype=np.int32)
    total = np.array([answers, table[:, 3].sum(dtype=np.int32)]) * np.array([batch, copies], dtype=np.int32)
    return (total * np.int32(4)).sum(dtype=np.int32)
# %% wrong: two mistakes: the input is left out of the activations, and copies multiplies the activations as well as the parameters
def memory_bytes(rows, input_shape, batch=1, copies=1):
    activations = sum(c * h * w for c, h, w, _, _ in rows)
    parameters = sum(row[3] for row in rows)
    return 4 * copies * (activations * batch + parameters)
# %% right: arrays of Python integers
def memory_bytes(rows, input_shape, batch=1, copies=1):
    sizes = [int(n) * int(m) * int(k) for n, m, k in [tuple(input_shape), *(tuple(r)[:3] for r in rows)]]
    return batch * sum(sizes) * 4 + copies * sum(int(row[3]) for row in rows) * 4
