# %% wrong: the pair goes straight to np.pad, where (a, b) means before and after on every axis
def pad2d(x, padding):
    return np.pad(x, padding)
# %% wrong: the pair is read as (horizontal, vertical)
def pad2d(x, padding):
    px, py = (padding, padding) if np.isscalar(padding) else padding
    framed = np.zeros((x.shape[0] + 2 * py, x.shape[1] + 2 * px))
    framed[py:py + x.shape[0], px:px + x.shape[1]] = x
    return framed
# %% wrong: padding is taken as the total of both sides: half of it goes on each side
def pad2d(x, padding):
    if isinstance(padding, int):
        padding = (padding, padding)
    (v, h), (rows, cols) = padding, x.shape
    out = np.zeros((rows + v, cols + h))
    out[v // 2:v // 2 + rows, h // 2:h // 2 + cols] = x
    return out
# %% wrong: cuts the middle with [v:-v], which is empty for a padding of 0, and a ValueError follows
def pad2d(x, padding):
    v, h = padding if isinstance(padding, tuple) else (padding, padding)
    out = np.zeros((x.shape[0] + 2 * v, x.shape[1] + 2 * h), x.dtype)
    out[v:-v, h:-h] = x
    return out
# %% wrong: the border is repeated instead of zeros, as image editors do
def pad2d(x, padding):
    v, h = padding if isinstance(padding, tuple) else (padding, padding)
    return np.pad(x, ((v, v), (h, h)), mode="edge")
# %% right: rows and columns of zeros concatenated
def pad2d(x, padding):
    v, h = padding if isinstance(padding, tuple) else (padding, padding)
    side = np.zeros((x.shape[0], h), x.dtype)
    wide = np.hstack([side, x, side])
    edge = np.zeros((v, wide.shape[1]), x.dtype)
    return np.vstack([edge, wide, edge])
