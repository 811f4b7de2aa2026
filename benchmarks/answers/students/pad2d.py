# %% wrong: pair taken as (horizontal, vertical)
def pad2d(x, padding):
    if isinstance(padding, int):
        padding = (padding, padding)
    h, v = padding
    return np.pad(x, ((v, v), (h, h)))
# %% wrong: a pair is passed on to np.pad, which takes it as (before, after) on both axes (right for one number and equal pairs)
def pad2d(x, padding):
    return np.pad(x, padding)
# %% wrong: only handles one number; a pair crashes
def pad2d(x, padding):
    out = np.zeros((x.shape[0] + 2 * padding, x.shape[1] + 2 * padding))
    out[padding:padding + x.shape[0], padding:padding + x.shape[1]] = x
    return out
# %% wrong: adds the padding once instead of twice: zeros at the top and the left only
def pad2d(x, padding):
    v, h = (padding, padding) if np.isscalar(padding) else padding
    out = np.zeros((x.shape[0] + v, x.shape[1] + h))
    out[v:, h:] = x
    return out
# %% wrong: the place out[v:-v, h:-h] is empty for a padding of 0 (crash)
def pad2d(x, padding):
    v, h = (padding, padding) if np.isscalar(padding) else padding
    out = np.zeros((x.shape[0] + 2 * v, x.shape[1] + 2 * h))
    out[v:-v, h:-h] = x
    return out
# %% wrong: repeats the border pixels (mode "edge") instead of zeros
def pad2d(x, padding):
    v, h = (padding, padding) if isinstance(padding, int) else padding
    return np.pad(x, [(v, v), (h, h)], mode="edge")
# %% right: stacks zeros around with block
def pad2d(x, padding):
    v, h = np.broadcast_to(padding, 2)
    rows, cols = x.shape
    z = lambda a, b: np.zeros((a, b), dtype=x.dtype)
    middle = np.hstack([z(rows, h), x, z(rows, h)])
    return np.vstack([z(v, cols + 2 * h), middle, z(v, cols + 2 * h)])
