# %% wrong: pair read as (before, after) on both axes
def pad2d(x, padding):
    return np.pad(x, padding)
# %% wrong: pair as (horizontal, vertical)
def pad2d(x, padding):
    h, v = (padding, padding) if np.isscalar(padding) else padding
    return np.pad(x, ((v, v), (h, h)))
# %% wrong: out[v:-v]: crash for 0
def pad2d(x, padding):
    v, h = (padding, padding) if np.isscalar(padding) else padding
    out = np.zeros((x.shape[0] + 2 * v, x.shape[1] + 2 * h))
    out[v:-v, h:-h] = x
    return out
# %% wrong: edge mode
def pad2d(x, padding):
    v, h = (padding, padding) if np.isscalar(padding) else padding
    return np.pad(x, ((v, v), (h, h)), mode="edge")
# %% right: zeros and slice
def pad2d(x, padding):
    v, h = (padding, padding) if np.isscalar(padding) else padding
    out = np.zeros((x.shape[0] + 2 * v, x.shape[1] + 2 * h), dtype=x.dtype)
    out[v:v + x.shape[0], h:h + x.shape[1]] = x
    return out
