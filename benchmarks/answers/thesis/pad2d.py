# %% wrong: the slice [p:-p] is empty for a padding of 0, which raises a ValueError (an x of one row or column is not copied, without an error)
def pad2d(x, padding):
    v, h = padding if isinstance(padding, tuple) else (padding, padding)
    out = np.zeros((x.shape[0] + 2 * v, x.shape[1] + 2 * h))
    out[v:-v, h:-h] = x
    return out
# %% wrong: np.pad reads a pair as (before, after) of both axes, not (vertical, horizontal); shows when the two differ
def pad2d(x, padding):
    return np.pad(x, padding, mode="constant", constant_values=0)
# %% wrong: the shape is right, but x is copied into the top left corner, not the middle; shows for padding above 0
def pad2d(x, padding):
    if not isinstance(padding, tuple):
        padding = (padding, padding)
    H, W = x.shape
    result = np.zeros((H + 2 * padding[0], W + 2 * padding[1]))
    for r in range(H):
        for c in range(W):
            result[r, c] = x[r, c]
    return result
# %% wrong: the pair is read as (horizontal, vertical); shows when the two differ
def pad2d(x, padding):
    if isinstance(padding, int):
        horiz = vert = padding
    else:
        horiz, vert = padding
    return np.pad(x, ((vert, vert), (horiz, horiz)))
# %% right: strips of zeros are joined, first left and right, then above and below
def pad2d(x, padding):
    above, beside = padding if isinstance(padding, tuple) else (padding, padding)
    strip = np.zeros((x.shape[0], beside))
    wide = np.hstack([strip, x, strip])
    lid = np.zeros((above, wide.shape[1]))
    return np.vstack([lid, wide, lid])
