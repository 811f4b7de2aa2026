# %% wrong: the input is not counted among the activations
def memory_bytes(rows, input_shape, batch=1, copies=1):
    activations = parameters = 0
    for c, h, w, p, m in rows:
        activations += c * h * w
        parameters += p
    return 4 * (batch * activations + copies * parameters)
# %% wrong: the input is counted once and not for each image of the batch; shows for batches other than 1
def memory_bytes(rows, input_shape, batch=1, copies=1):
    c, h, w = input_shape
    answers = sum(r[0] * r[1] * r[2] for r in rows)
    weights = sum(r[3] for r in rows)
    numbers = c * h * w + answers * batch + weights * copies
    return numbers * 4
# %% wrong: copies is taken as what comes on top of the parameters, so there is one copy too many
def memory_bytes(rows, input_shape, batch=1, copies=1):
    rows = np.asarray(rows)
    acts = rows[:, :3].prod(axis=1).sum() + np.prod(input_shape)
    params = rows[:, 3].sum()
    return 4 * (acts * batch + params * (1 + copies))
# %% wrong: two mistakes: the batch multiplies the parameters, too, and a number takes 8 bytes
def memory_bytes(rows, input_shape, batch=1, copies=1):
    total = math.prod(input_shape)
    for row in rows:
        total = total + row[0] * row[1] * row[2]
        total = total + copies * row[3]
    return 8 * batch * total  # float64
# %% right: einsum over the rows, the input as a row of its own
def memory_bytes(rows, input_shape, batch=1, copies=1):
    table = np.array([[*input_shape, 0, 0], *map(list, rows)], dtype=np.int64)
    kept = int(np.einsum("i,i,i->", *table[:, :3].T))
    return (batch * kept + copies * int(table[:, 3].sum())) * 4
