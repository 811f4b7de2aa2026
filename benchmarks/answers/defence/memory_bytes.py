# %% wrong: the input is counted once, not once for each image of the batch
def memory_bytes(rows, input_shape, batch=1, copies=1):
    rows = np.array(rows)
    activations = rows[:, :3].prod(axis=1).sum() * batch + np.prod(input_shape)
    return 4 * (activations + copies * rows[:, 3].sum())
# %% wrong: copies multiplies the activations too, not only the parameters
def memory_bytes(rows, input_shape, batch=1, copies=1):
    c, h, w = input_shape
    numbers = c * h * w
    parameters = 0
    for c, h, w, p, _ in rows:
        numbers += c * h * w
        parameters += p
    return 4 * copies * (batch * numbers + parameters)
# %% wrong: the brackets are missing, so only the activations are multiplied by 4 bytes; the parameters count one byte each
def memory_bytes(rows, input_shape, batch=1, copies=1):
    acts = math.prod(input_shape) + sum(c * h * w for c, h, w, *_ in rows)
    params = sum(row[3] for row in rows)
    return 4 * batch * acts + copies * params
# %% wrong: two mistakes: the input is left out of the activations, and the MACs (last column) are taken for the parameters
def memory_bytes(rows, input_shape, batch=1, copies=1):
    rows = np.asarray(rows)
    activations = (rows[:, 0] * rows[:, 1] * rows[:, 2]).sum()
    parameters = rows[:, -1].sum()
    return (activations * batch + parameters * copies) * 4
# %% right: one dot product of counts and factors
def memory_bytes(rows, input_shape, batch=1, copies=1):
    table = [(*map(int, input_shape), 0, 0)] + [tuple(map(int, row)) for row in rows]
    bill = ((c * h * w, p) for c, h, w, p, _ in table)
    return sum(4 * (batch * a + copies * p) for a, p in bill)
