# %% wrong: a pair goes to np.pad as it is, which takes it as (before, after) for both axes; shows when the padding is a pair of two different numbers
def pad2d(x, padding):
    return np.pad(x, padding)
# %% wrong: fails when the vertical or the horizontal padding is 0, for the slice ends at -0 and is empty: mostly a crash, and x is not copied where its side is 1
def pad2d(x, padding):
    v, h = padding if isinstance(padding, tuple) else (padding, padding)
    out = np.zeros((x.shape[0] + 2 * v, x.shape[1] + 2 * h))
    out[v:-v, h:-h] = x
    return out
# %% wrong: the zeros are whole numbers (dtype int), so the fractions of x are cut off
def pad2d(x, padding):
    if isinstance(padding, tuple):
        pv, ph = padding
    else:
        pv = ph = padding
    H, W = x.shape
    bigger = np.zeros((H + 2*pv, W + 2*ph), dtype=int)
    for i in range(H):
        for j in range(W):
            bigger[i + pv, j + ph] = x[i, j]
    return bigger
# %% wrong: the shape is right, but x stands in the top left corner with all zeros below and on the right of it; shows when the padding is not 0
def pad2d(x, padding):
    vertical, horizontal = padding if isinstance(padding, tuple) else (padding,) * 2
    height, width = x.shape
    output = np.zeros((height + 2 * vertical, width + 2 * horizontal))
    output[:height, :width] = x
    return output
# %% right: stacks blocks of zeros around x
def pad2d(x, padding):
    v, h = padding if isinstance(padding, tuple) else (padding, padding)
    side = np.zeros((x.shape[0], h), x.dtype)
    middle = np.hstack([side, x, side])
    lid = np.zeros((v, middle.shape[1]), x.dtype)
    return np.vstack([lid, middle, lid])
