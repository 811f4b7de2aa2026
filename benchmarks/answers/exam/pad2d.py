# %% wrong: a pair goes to np.pad as (before, after), not as (vertical, horizontal)
def pad2d(x, padding):
    return np.pad(x, padding)

# %% wrong: np.full with 0 makes whole numbers, fractions are cut off
def pad2d(x, padding):
    v, h = padding if isinstance(padding, tuple) else (padding, padding)
    output = np.full((x.shape[0] + 2 * v, x.shape[1] + 2 * h), 0)
    output[v : v + x.shape[0], h : h + x.shape[1]] = x
    return output

# %% wrong: x is put at the top left, all zeros lie at the bottom and the right
def pad2d(x, padding):
    v, h = padding if isinstance(padding, tuple) else (padding, padding)
    output = np.zeros((x.shape[0] + 2 * v, x.shape[1] + 2 * h))
    output[: x.shape[0], : x.shape[1]] = x
    return output

# %% wrong: output[p:-p], ValueError for a padding of 0
def pad2d(x, padding):
    v, h = padding if isinstance(padding, tuple) else (padding, padding)
    output = np.zeros((x.shape[0] + 2 * v, x.shape[1] + 2 * h))
    output[v:-v, h:-h] = x
    return output

# %% wrong: the pair is read as (horizontal, vertical)
def pad2d(x, padding):
    across, down = padding if isinstance(padding, tuple) else (padding, padding)
    return np.pad(x, ((down, down), (across, across)))

# %% wrong: repeats the border pixels instead of zeros
def pad2d(x, padding):
    v, h = padding if isinstance(padding, tuple) else (padding, padding)
    return np.pad(x, ((v, v), (h, h)), mode="edge")

# %% right: strips of zeros joined on
def pad2d(x, padding):
    v, h = padding if isinstance(padding, tuple) else (padding, padding)
    side = np.zeros((x.shape[0], h))
    wide = np.hstack([side, x, side])
    cap = np.zeros((v, wide.shape[1]))
    return np.vstack([cap, wide, cap])
