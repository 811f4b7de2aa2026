# %% wrong: the pair is unpacked as (horizontal, vertical), so the two paddings are exchanged when they differ
def pad2d(x, padding):
    horizontal, vertical = padding if isinstance(padding, tuple) else (padding, padding)
    H, W = x.shape
    out = np.zeros((H + 2 * vertical, W + 2 * horizontal))
    out[vertical : vertical + H, horizontal : horizontal + W] = x
    return out
# %% wrong: the padding is taken as the total of both sides: the output has H + vertical rows and W + horizontal columns, and x starts at half the padding
def pad2d(x, padding):
    v, h = padding if isinstance(padding, tuple) else (padding, padding)
    height, width = x.shape
    output = np.zeros((height + v, width + h))
    output[v // 2 : v // 2 + height, h // 2 : h // 2 + width] = x
    return output
# %% wrong: the middle is taken as output[v:-v, h:-h], which is empty when a padding is 0: a ValueError (all zeros if x has a single row or column there)
def pad2d(x, padding):
    v, h = padding if isinstance(padding, tuple) else (padding, padding)
    output = np.zeros((x.shape[0] + 2 * v, x.shape[1] + 2 * h))
    output[v:-v, h:-h] = x
    return output
# %% wrong: the pair goes straight into np.pad, which takes it as (before, after) for both axes instead of (vertical, horizontal), so pairs of different numbers are padded wrongly
def pad2d(x, padding):
    return np.pad(x, padding)
# %% right: strips of zeros around x, stacked
def pad2d(x, padding):
    vertical, horizontal = padding if isinstance(padding, tuple) else (padding, padding)
    side = np.zeros((x.shape[0], horizontal), dtype=x.dtype)
    middle = np.hstack([side, x, side])
    lid = np.zeros((vertical, middle.shape[1]), dtype=x.dtype)
    return np.vstack([lid, middle, lid])
