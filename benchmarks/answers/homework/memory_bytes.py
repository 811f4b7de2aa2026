# %% wrong: multiplies the parameters by the batch as well
def memory_bytes(rows, input_shape, batch=1, copies=1):
    act = sum(c * h * w for c, h, w, p, m in rows) + int(np.prod(input_shape))
    par = sum(r[3] for r in rows)
    return 4 * batch * (act + copies * par)
# %% wrong: copies counted on top of the parameters: (1 + copies) arrays
def memory_bytes(rows, input_shape, batch=1, copies=1):
    c, h, w = input_shape
    numbers = c * h * w * batch
    for c, h, w, p, _ in rows:
        numbers += batch * c * h * w + p * (1 + copies)
    return numbers * 4
# %% wrong: adds the input once, not once per image (batch > 1)
def memory_bytes(rows, input_shape, batch=1, copies=1):
    activations = batch * sum(r[0] * r[1] * r[2] for r in rows) + input_shape[0] * input_shape[1] * input_shape[2]
    return 4 * (activations + copies * sum(r[3] for r in rows))
# %% wrong: copies multiply the activations too
def memory_bytes(rows, input_shape, batch=1, copies=1):
    numbers = np.prod(input_shape) * batch
    numbers += sum(c * h * w * batch + p for c, h, w, p, _ in rows)
    return int(numbers * copies * 4)
# %% wrong: peak instead of all: counts only the largest layer's activations
def memory_bytes(rows, input_shape, batch=1, copies=1):
    sizes = [int(np.prod(input_shape))] + [int(np.prod(r[:3])) for r in rows]
    return 4 * (max(sizes) * batch + copies * sum(r[3] for r in rows))
# %% wrong: counts MACs (column 4) as the parameters
def memory_bytes(rows, input_shape, batch=1, copies=1):
    rows = np.array(rows)
    acts = rows[:, :3].prod(axis=1).sum() + np.prod(input_shape)
    return int(4 * (acts * batch + copies * rows[:, -1].sum()))
# %% wrong: skips the answer of the last layer, thinking of rows as inputs shifted by one
def memory_bytes(rows, input_shape, batch=1, copies=1):
    shapes = [tuple(input_shape)] + [tuple(r[:3]) for r in rows]
    acts = 0
    for c, h, w in shapes[:-1]:
        acts += c * h * w
    return 4 * (batch * acts + copies * sum(r[3] for r in rows))
# %% right: generator sums
def memory_bytes(rows, input_shape, batch=1, copies=1):
    c, h, w = input_shape
    images = c * h * w + sum(r[0] * r[1] * r[2] for r in rows)
    return 4 * (batch * images + copies * sum(r[3] for r in rows))
# %% right: array of columns, cast at the end
def memory_bytes(rows, input_shape, batch=1, copies=1):
    table = np.array([(*input_shape, 0, 0)] + [tuple(r) for r in rows], dtype=np.int64)
    per = table[:, 0] * table[:, 1] * table[:, 2] * batch + table[:, 3] * copies
    return int(per.sum()) * 4
