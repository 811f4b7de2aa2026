# %% wrong: a pair goes to np.pad as it is, which reads it as (before, after) on both axes: the first number pads top and left, the second bottom and right
def pad2d(x, padding):
    return np.pad(x, padding)
# %% wrong: copies x into output[v:-v, h:-h], which is an empty slice where a padding is 0, so a padding of 0 on an axis raises ValueError (or gives an empty array where x has length 1 there)
def pad2d(x, padding):
    v, h = padding if isinstance(padding, tuple) else (padding, padding)
    out = np.zeros((x.shape[0] + 2 * v, x.shape[1] + 2 * h))
    out[v:-v, h:-h] = x
    return out
# %% wrong: the padding is taken as the total of both sides, so each side gets half of it (rounded down before, up after) and the result is too small
def pad2d(x, padding):
    vertical, horizontal = padding if isinstance(padding, tuple) else (padding, padding)
    top, left = vertical // 2, horizontal // 2
    return np.pad(x, ((top, vertical - top), (left, horizontal - left)))
# %% wrong: vertical and horizontal of a pair are swapped: the first number pads left and right, the second top and bottom
def pad2d(x, padding):
    horizontal, vertical = padding if isinstance(padding, tuple) else (padding, padding)
    height, width = x.shape
    output = np.zeros((height + 2 * vertical, width + 2 * horizontal))
    output[vertical : vertical + height, horizontal : horizontal + width] = x
    return output
# %% right: two shifted identity matrices
def pad2d(x, padding):
    v, h = padding if isinstance(padding, tuple) else (padding, padding)
    height, width = np.shape(x)
    return np.eye(height + 2 * v, height, k=-v) @ x @ np.eye(width, width + 2 * h, k=h)
