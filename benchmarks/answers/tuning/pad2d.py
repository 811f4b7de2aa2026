# %% wrong: zeros are put before the image only (top and left), none after it
def pad2d(x, padding):
    v, h = padding if isinstance(padding, tuple) else (padding, padding)
    out = np.zeros((x.shape[0] + v, x.shape[1] + h))
    out[v:, h:] = x
    return out
# %% wrong: a pair is read as (horizontal, vertical), swapped
def pad2d(x, padding):
    h, v = padding if isinstance(padding, tuple) else (padding, padding)
    out = np.zeros((x.shape[0] + 2 * v, x.shape[1] + 2 * h))
    out[v : v + x.shape[0], h : h + x.shape[1]] = x
    return out
# %% wrong: out[p:-p] fails for a padding of 0 (empty slice, ValueError)
def pad2d(x, padding):
    v, h = padding if isinstance(padding, tuple) else (padding, padding)
    out = np.zeros((x.shape[0] + 2 * v, x.shape[1] + 2 * h))
    out[v:-v, h:-h] = x
    return out
# %% wrong: the padding is one in total, half of it on each side
def pad2d(x, padding):
    v, h = padding if isinstance(padding, tuple) else (padding, padding)
    out = np.zeros((x.shape[0] + v, x.shape[1] + h))
    out[v // 2 : v // 2 + x.shape[0], h // 2 : h // 2 + x.shape[1]] = x
    return out
# %% wrong: TypeError for a pair, only one number is handled
def pad2d(x, padding):
    out = np.zeros((x.shape[0] + 2 * padding, x.shape[1] + 2 * padding))
    out[padding : padding + x.shape[0], padding : padding + x.shape[1]] = x
    return out
# %% wrong: TypeError for one number, only a pair is handled
def pad2d(x, padding):
    v, h = padding
    out = np.zeros((x.shape[0] + 2 * v, x.shape[1] + 2 * h))
    out[v : v + x.shape[0], h : h + x.shape[1]] = x
    return out
# %% wrong: the image lies at the top left corner, all zeros come after it
def pad2d(x, padding):
    v, h = padding if isinstance(padding, tuple) else (padding, padding)
    out = np.zeros((x.shape[0] + 2 * v, x.shape[1] + 2 * h))
    out[: x.shape[0], : x.shape[1]] = x
    return out
# %% wrong: the border's values are repeated instead of zeros
def pad2d(x, padding):
    v, h = padding if isinstance(padding, tuple) else (padding, padding)
    return np.pad(x, ((v, v), (h, h)), mode="edge")
# %% wrong: padded with ones
def pad2d(x, padding):
    v, h = padding if isinstance(padding, tuple) else (padding, padding)
    out = np.ones((x.shape[0] + 2 * v, x.shape[1] + 2 * h))
    out[v : v + x.shape[0], h : h + x.shape[1]] = x
    return out
# %% wrong: np.pad gets the pair as (before, after) for both axes, not as (rows, columns)
def pad2d(x, padding):
    return np.pad(x, padding)
# %% wrong: for a pair only the first number is used, for both axes
def pad2d(x, padding):
    if isinstance(padding, tuple):
        padding = padding[0]
    return np.pad(x, padding)
# %% wrong: integer output array, fractions of x are cut off
def pad2d(x, padding):
    v, h = padding if isinstance(padding, tuple) else (padding, padding)
    out = np.zeros((x.shape[0] + 2 * v, x.shape[1] + 2 * h), dtype=int)
    out[v : v + x.shape[0], h : h + x.shape[1]] = x
    return out
# %% wrong: np.empty, the border is whatever was in memory
def pad2d(x, padding):
    v, h = padding if isinstance(padding, tuple) else (padding, padding)
    out = np.empty((x.shape[0] + 2 * v, x.shape[1] + 2 * h), x.dtype)
    out[v : v + x.shape[0], h : h + x.shape[1]] = x
    return out
# %% wrong: two mistakes: the pair is swapped, and zeros only before the image
def pad2d(x, padding):
    h, v = padding if isinstance(padding, tuple) else (padding, padding)
    return np.pad(x, ((v, 0), (h, 0)))
# %% right: zeros and a slice
def pad2d(x, padding):
    v, h = padding if isinstance(padding, tuple) else (padding, padding)
    out = np.zeros((x.shape[0] + 2 * v, x.shape[1] + 2 * h), x.dtype)
    out[v : v + x.shape[0], h : h + x.shape[1]] = x
    return out
# %% right: np.pad
def pad2d(x, padding):
    if isinstance(padding, int):
        padding = (padding, padding)
    rows, columns = padding
    return np.pad(x, ((rows, rows), (columns, columns)))
# %% right: stacking blocks of zeros
def pad2d(x, padding):
    rows, columns = np.broadcast_to(padding, 2)
    side = np.zeros((x.shape[0], columns), x.dtype)
    middle = np.hstack([side, x, side])
    top = np.zeros((rows, middle.shape[1]), x.dtype)
    return np.vstack([top, middle, top])
