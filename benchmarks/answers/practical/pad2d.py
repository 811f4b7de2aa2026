# %% wrong: hands the pair to np.pad, which reads it as (before, after) for both axes: vertical at top and left, horizontal at bottom and right; right for one number
def pad2d(x, padding):
    return np.pad(x, padding)
# %% wrong: writes into output[v:-v, h:-h], which is empty for a padding of 0 in either direction: ValueError (cannot be broadcast)
def pad2d(x, padding):
    v, h = padding if isinstance(padding, tuple) else (padding, padding)
    out = np.zeros((x.shape[0] + 2 * v, x.shape[1] + 2 * h))
    out[v:-v, h:-h] = x
    return out
# %% wrong: lays whole rings around x until both numbers are used up, so both directions get the larger of the two
def pad2d(x, padding):
    if not isinstance(padding, tuple):
        padding = (padding, padding)
    up, side = padding
    if up <= 0 and side <= 0:
        return x
    ring = np.zeros((x.shape[0] + 2, x.shape[1] + 2))
    ring[1:-1, 1:-1] = x
    return pad2d(ring, (up - 1, side - 1))
# %% wrong: two mistakes: repeats the border pixels instead of zeros, and takes the pair as (horizontal, vertical)
def pad2d(x, padding):
    horizontal, vertical = padding if isinstance(padding, tuple) else (padding, padding)
    return np.pad(x, ((vertical, vertical), (horizontal, horizontal)), mode="edge")
# %% right: blocks of zeros put together
def pad2d(x, padding):
    try:
        v, h = padding
    except TypeError:
        v = h = padding
    side = np.zeros((x.shape[0], h))
    middle = np.hstack([side, x, side])
    lid = np.zeros((v, middle.shape[1]))
    return np.vstack([lid, middle, lid])
