# %% wrong: the middle is the slice v:-v, h:-h, which is empty for a padding of 0: ValueError there
def pad2d(x, padding):
    v, h = padding if isinstance(padding, tuple) else (padding, padding)
    result = np.zeros((x.shape[0] + 2 * v, x.shape[1] + 2 * h))
    result[v:-v, h:-h] = x
    return result
# %% wrong: np.pad reads a pair as (before, after) for every axis, not as (vertical, horizontal); right for one number and for equal pairs
def pad2d(x, padding):
    return np.pad(x, padding)
# %% wrong: np.roll without an axis moves the flattened array: the pixels slip sideways only and never down by whole rows
def pad2d(x, padding):
    v, h = padding if isinstance(padding, tuple) else (padding, padding)
    big = np.zeros((x.shape[0] + 2 * v, x.shape[1] + 2 * h))
    big[:x.shape[0], :x.shape[1]] = x
    return np.roll(big, (v, h))
# %% wrong: two mistakes: the pair is taken as (horizontal, vertical), and the array of zeros holds whole numbers, so fractions are cut off
def pad2d(x, padding):
    if isinstance(padding, tuple):
        horizontal, vertical = padding
    else:
        horizontal = vertical = padding
    height, width = x.shape
    padded = np.zeros((height + 2 * vertical, width + 2 * horizontal), dtype=int)
    for r in range(height):
        for c in range(width):
            padded[r + vertical, c + horizontal] = x[r, c]
    return padded
# %% right: stacks of zeros around the image
def pad2d(x, padding):
    v, h = padding if isinstance(padding, tuple) else (padding, padding)
    sides = np.zeros((x.shape[0], h))
    wide = np.hstack([sides, x, sides])
    caps = np.zeros((v, wide.shape[1]))
    return np.vstack([caps, wide, caps])
