# %% wrong: np.pad reads a pair as (before, after) for every axis, so a pair pads top and left by the first number, bottom and right by the second, in place of (vertical, horizontal); one number is right
def pad2d(x, padding):
    return np.pad(x, padding)
# %% wrong: copies x into output[v:-v, h:-h], which is empty for a padding of 0, so a vertical or horizontal padding of 0 raises a ValueError (could not broadcast), or silently loses an x of one row or one column
def pad2d(x, padding):
    v, h = padding if isinstance(padding, tuple) else (padding, padding)
    output = np.zeros((x.shape[0] + 2 * v, x.shape[1] + 2 * h))
    output[v:-v, h:-h] = x
    return output
# %% wrong: the array of zeros holds whole numbers, so the fractions of x are cut off
def pad2d(x, padding):
    vertical, horizontal = padding if isinstance(padding, tuple) else (padding, padding)
    height, width = x.shape
    output = np.zeros((height + 2 * vertical, width + 2 * horizontal), int)
    output[vertical : vertical + height, horizontal : horizontal + width] = x
    return output
# %% wrong: x is copied into the top left corner, so all zeros stand at the bottom and at the right in place of around x
def pad2d(x, padding):
    pv, ph = padding if isinstance(padding, tuple) else (padding, padding)
    H, W = x.shape
    out = np.zeros((H + 2*pv, W + 2*ph))
    for i in range(H):
        for j in range(W):
            out[i, j] = x[i, j]
    return out
# %% right: stack strips of zeros
def pad2d(x, padding):
    v, h = padding if isinstance(padding, tuple) else (padding, padding)
    side = np.zeros((x.shape[0], h), x.dtype)
    middle = np.hstack([side, x, side])
    strip = np.zeros((v, middle.shape[1]), x.dtype)
    return np.vstack([strip, middle, strip])
