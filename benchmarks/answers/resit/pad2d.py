# %% wrong: a pair goes straight to np.pad, where it means (before, after) on both axes, not (vertical, horizontal)
def pad2d(x, padding):
    return np.pad(x, padding)
# %% wrong: the slice v:-v is empty where a padding is 0: ValueError
def pad2d(x, padding):
    def pair(value):
        return value if isinstance(value, tuple) else (value, value)

    v, h = pair(padding)
    output = np.zeros((x.shape[0] + 2 * v, x.shape[1] + 2 * h))
    output[v:-v, h:-h] = x
    return output
# %% wrong: zeros only above and to the left, none below and to the right
def pad2d(x, padding):
    vertical, horizontal = padding if isinstance(padding, tuple) else (padding, padding)
    output = np.zeros((x.shape[0] + vertical, x.shape[1] + horizontal))
    output[vertical:, horizontal:] = x
    return output
# %% wrong: repeats the values of the border in place of zeros
def pad2d(x, padding):
    vertical, horizontal = padding if isinstance(padding, tuple) else (padding, padding)
    return np.pad(x, ((vertical, vertical), (horizontal, horizontal)), mode="edge")
# %% right: two shifted identity matrices put the zeros around
def pad2d(x, padding):
    down, across = padding if isinstance(padding, tuple) else (padding, padding)
    height, width = x.shape
    left = np.eye(height + 2 * down, height, k=-down)
    right = np.eye(width, width + 2 * across, k=across)
    return left @ x @ right
