# %% wrong: the input is counted once, not once for each image of the batch
def memory_bytes(rows, input_shape, batch=1, copies=1):
    activations = sum(c * h * w for c, h, w, _, _ in rows)
    parameters = sum(row[3] for row in rows)
    return 4 * (math.prod(input_shape) + batch * activations + copies * parameters)
# %% wrong: copies is taken as arrays besides the parameters, so there is one copy too many
def memory_bytes(rows, input_shape, batch=1, copies=1):
    rows = np.array(rows)
    act = np.prod(input_shape) + rows[:, :3].prod(axis=1).sum()
    par = rows[:, 3].sum()
    return 4 * (batch * act + par + copies * par)
# %% wrong: only the parameters are multiplied by 4 bytes, the activations are counted as numbers
def memory_bytes(rows, input_shape, batch=1, copies=1):
    c, h, w = input_shape
    numbers = c * h * w
    params = 0
    for c, h, w, p, m in rows:
        numbers += c * h * w
        params += p
    return numbers * batch + params * copies * 4
# %% wrong: the MACs (last column) are added in place of the parameters
def memory_bytes(rows, input_shape, batch=1, copies=1):
    rows = np.asarray(rows)
    activations = np.prod(rows[:, :3], axis=1).sum() + np.prod(input_shape)
    return 4 * (activations * batch + rows[:, -1].sum() * copies)
# %% right: one weighted sum over rows, with the input as a row without parameters
def memory_bytes(rows, input_shape, batch=1, copies=1):
    every = [(*input_shape, 0, 0), *(tuple(int(v) for v in r) for r in rows)]
    return sum(4 * (batch * c * h * w + copies * p) for c, h, w, p, _ in every)
