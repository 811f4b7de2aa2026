# %% wrong: the input is left out of the activations
def memory_bytes(rows, input_shape, batch=1, copies=1):
    activations = sum(c * h * w for c, h, w, _, _ in rows)
    parameters = sum(row[3] for row in rows)
    return 4 * (batch * activations + copies * parameters)
# %% wrong: the parameters are multiplied by the batch, too
def memory_bytes(rows, input_shape, batch=1, copies=1):
    rows = np.array(rows)
    activations = np.prod(input_shape) + rows[:, :3].prod(axis=1).sum()
    parameters = rows[:, 3].sum()
    return int(4 * batch * (activations + copies * parameters))
# %% wrong: counts copies + 1 arrays of parameters, as if `copies` came on top of the parameters themselves
def memory_bytes(rows, input_shape, batch=1, copies=1):
    numbers = math.prod(input_shape)
    weights = 0
    for channels, height, width, parameters, macs in rows:
        numbers += channels * height * width
        weights += parameters
    return 4 * (numbers * batch + weights * (1 + copies))
# %% wrong: only the activations are multiplied by 4 bytes, the parameters count as one byte each
def memory_bytes(rows, input_shape, batch=1, copies=1):
    c, h, w = input_shape
    acts = c * h * w + sum(r[0] * r[1] * r[2] for r in rows)
    pars = sum(r[3] for r in rows)
    return 4 * batch * acts + copies * pars
# %% right: a product of (activations, parameters) with (batch, copies)
def memory_bytes(rows, input_shape, batch=1, copies=1):
    table = np.array([(*input_shape, 0, 0), *rows], dtype=np.int64)
    numbers = np.stack([table[:, 0] * table[:, 1] * table[:, 2], table[:, 3]])
    return int(np.array([batch, copies]) @ numbers.sum(axis=1)) * np.dtype(np.float32).itemsize
