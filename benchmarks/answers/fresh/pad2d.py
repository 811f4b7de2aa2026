# %% wrong: pair read as (horizontal, vertical)
def pad2d(x, padding):
    px, py = padding if isinstance(padding, tuple) else (padding, padding)
    return np.pad(x, ((py, py), (px, px)))
# %% wrong: np.pad(x, pair): numpy takes (before, after)
def pad2d(x, padding):
    return np.pad(x, padding, mode="constant", constant_values=0)
# %% wrong: edge mode instead of zeros
def pad2d(x, padding):
    v, h = (padding, padding) if isinstance(padding, int) else padding
    return np.pad(x, ((v, v), (h, h)), mode="edge")
# %% wrong: out[p:-p, q:-q] = x fails for a padding of 0
def pad2d(x, padding):
    if isinstance(padding, int):
        padding = (padding, padding)
    p, q = padding
    out = np.zeros((x.shape[0] + 2 * p, x.shape[1] + 2 * q), dtype=x.dtype)
    out[p:-p, q:-q] = x
    return out
# %% wrong: the padding is added only once to the size (top and left)
def pad2d(x: np.ndarray, padding) -> np.ndarray:
    vertical, horizontal = (padding, padding) if isinstance(padding, int) else padding
    rows, cols = x.shape
    result = np.zeros((rows + vertical, cols + horizontal), dtype=x.dtype)
    result[vertical:, horizontal:] = x
    return result
# %% wrong: the rows of zeros have the old width, vstack crashes when both directions are padded
def pad2d(x, padding):
    v, h = padding if not isinstance(padding, int) else (padding, padding)
    w = x.shape[1]
    side = np.zeros((x.shape[0], h))
    x = np.hstack([side, x, side])
    strip = np.zeros((v, w))
    return np.vstack([strip, x, strip])
# %% wrong: integer buffer, fractions are lost
def pad2d(x, padding):
    try:
        a, b = padding
    except TypeError:
        a = b = padding
    H, W = x.shape
    out = np.zeros((H + 2 * a, W + 2 * b), dtype=int)
    for i in range(H):
        for j in range(W):
            out[a + i, b + j] = x[i, j]
    return out
# %% wrong: of a pair only the first number is used
def pad2d(x, padding):
    p = padding if isinstance(padding, int) else padding[0]
    H, W = x.shape
    out = np.zeros((H + 2 * p, W + 2 * p), dtype=x.dtype)
    out[p:p + H, p:p + W] = x
    return out
# %% right: concatenate
def pad2d(x, padding):
    v, h = (padding, padding) if isinstance(padding, int) else padding
    side = np.zeros((x.shape[0], h), x.dtype)
    wide = np.concatenate([side, x, side], axis=1)
    lid = np.zeros((v, wide.shape[1]), x.dtype)
    return np.concatenate([lid, wide, lid], axis=0)
# %% right: loops
def pad2d(x, padding):
    if isinstance(padding, int):
        top, left = padding, padding
    else:
        top, left = padding[0], padding[1]
    H, W = x.shape
    new = np.zeros((H + top + top, W + left + left))
    for r in range(H):
        for c in range(W):
            new[r + top][c + left] = x[r][c]
    return new
