# %% wrong: two mistakes: the input is left out, and copies are counted beside the parameters themselves
def memory_bytes(rows, input_shape, batch=1, copies=1):
    activations = sum(c * h * w for c, h, w, _, _ in rows)
    parameters = sum(p for _, _, _, p, _ in rows)
    return 4 * (batch * activations + (1 + copies) * parameters)

# %% wrong: the batch multiplies the parameters, too
def memory_bytes(rows, input_shape, batch=1, copies=1):
    numbers = math.prod(input_shape)
    for c, h, w, parameters, macs in rows:
        numbers += c * h * w + copies * parameters
    return 4 * batch * numbers

# %% wrong: only the largest activation is counted, as if the others were thrown away on the way
def memory_bytes(rows, input_shape, batch=1, copies=1):
    rows = np.asarray(rows)
    sizes = np.append(rows[:, :3].prod(axis=1), np.prod(input_shape))
    return 4 * int(batch * sizes.max() + copies * rows[:, 3].sum())

# %% right: a table of activations and parameters, summed by columns
def memory_bytes(rows, input_shape, batch=1, copies=1):
    table = [(math.prod(input_shape), 0)]
    table += [(math.prod(int(n) for n in row[:3]), int(row[3])) for row in rows]
    activations, parameters = (sum(column) for column in zip(*table))
    return 4 * batch * activations + 4 * copies * parameters
