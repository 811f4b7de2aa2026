# %% wrong: a pair goes to np.pad as it is, which reads it as (before, after) for both axes; right only for one number or a pair of equal ones
def pad2d(x, padding):
    return np.pad(x, padding)
# %% wrong: the slice output[v:-v, h:-h] is empty for a padding of 0, so a 0 for the rows or the columns raises ValueError (could not broadcast)
def pad2d(x, padding):
    v, h = padding if isinstance(padding, tuple) else (padding, padding)
    output = np.zeros((x.shape[0] + 2 * v, x.shape[1] + 2 * h))
    output[v:-v, h:-h] = x
    return output
# %% wrong: vertical and horizontal padding are exchanged: the first number of a pair is put left and right, the second above and below
def pad2d(x, padding):
    if isinstance(padding, tuple):
        horizontal, vertical = padding
    else:
        horizontal = vertical = padding
    return np.pad(x, ((vertical, vertical), (horizontal, horizontal)))
# %% wrong: the padding is taken as the total of both sides: the output is (H + vertical, W + horizontal), with half of the zeros (rounded down) above and to the left, instead of that many on each side
def pad2d(x, padding):
    vertical, horizontal = padding if isinstance(padding, tuple) else (padding, padding)
    H, W = x.shape
    out = np.zeros((H + vertical, W + horizontal))
    top, left = vertical // 2, horizontal // 2
    out[top:top + H, left:left + W] = x
    return out
# %% right: shifted identity matrices on both sides
def pad2d(x, padding):
    v, h = padding if isinstance(padding, tuple) else (padding, padding)
    rows, columns = x.shape
    return np.eye(rows + 2 * v, rows, k=-v) @ x @ np.eye(columns, columns + 2 * h, k=h)
