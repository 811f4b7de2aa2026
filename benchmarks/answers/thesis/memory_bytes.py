# %% wrong: the input is left out of the activations
def memory_bytes(rows, input_shape, batch=1, copies=1):
    activations = 0
    parameters = 0
    for c, h, w, p, macs in rows:
        activations += c * h * w
        parameters += p
    return 4 * (batch * activations + copies * parameters)
# %% wrong: the parameters are multiplied by the batch, too; shows from batch 2 on (and for batch 0)
def memory_bytes(rows, input_shape, batch=1, copies=1):
    rows = np.asarray(rows)
    acts = rows[:, :3].prod(axis=1).sum() + np.prod(input_shape)
    params = rows[:, 3].sum() * copies
    return int(4 * batch * (acts + params))
# %% wrong: copies are counted besides the parameters themselves, so there is one copy too many
def memory_bytes(rows, input_shape, batch=1, copies=1):
    numbers = batch * math.prod(input_shape)
    for row in rows:
        numbers += batch * row[0] * row[1] * row[2]
        numbers += row[3]              # the parameters
        numbers += copies * row[3]     # and their copies
    return numbers * 4
# %% wrong: the input is counted once, not once for each image of the batch; shows with a batch other than 1
def memory_bytes(rows, input_shape, batch=1, copies=1):
    float_size = 4
    table = np.array(rows)
    answers = np.prod(table[:, :3], axis=1).sum()
    total = np.prod(input_shape) + batch * answers + copies * table[:, 3].sum()
    return int(total * float_size)
# %% right: one list of (how often, how many) pairs
def memory_bytes(rows, input_shape, batch=1, copies=1):
    bill = [(batch, math.prod(int(n) for n in input_shape))]
    for row in rows:
        c, h, w, p = (int(each) for each in row[:4])
        bill += [(batch, c * h * w), (copies, p)]
    return sum(often * many for often, many in bill) * 4
