# %% wrong: np.pad reads a pair as (before, after) for both axes, not as (vertical, horizontal); shows for a pair of two different numbers
def pad2d(x, padding):
    return np.pad(x, padding)
# %% wrong: crashes for a padding of 0, because the slice p:-p is then empty
def pad2d(x, padding):
    v, h = padding if isinstance(padding, tuple) else (padding, padding)
    out = np.zeros((x.shape[0] + 2 * v, x.shape[1] + 2 * h))
    out[v:-v, h:-h] = x
    return out
# %% wrong: the border is filled with copies of the edge pixels, not with zeros
def pad2d(x, padding):
    if isinstance(padding, tuple):
        vertical, horizontal = padding
    else:
        vertical = horizontal = padding
    return np.pad(x, ((vertical, vertical), (horizontal, horizontal)), mode="edge")
# %% wrong: two mistakes: a pair is read as (horizontal, vertical), and fractions are cut (dtype int)
def pad2d(x, padding):
    px, py = padding if isinstance(padding, tuple) else (padding, padding)
    H, W = x.shape
    new = np.zeros((H + 2 * py, W + 2 * px), dtype=int)
    for r in range(H):
        for c in range(W):
            new[r + py, c + px] = x[r, c]
    return new
# %% right: strips of zeros glued on: left and right, then above and below
def pad2d(x, padding):
    v, h = padding if isinstance(padding, tuple) else (padding, padding)
    side = np.zeros((len(x), h))
    wide = np.hstack([side, x, side])
    lid = np.zeros((v, wide.shape[1]))
    return np.vstack([lid, wide, lid])
