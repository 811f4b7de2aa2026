# %% wrong: the image is copied one row too low and one column too far right (offset counted from 1)
def pad2d(x, padding):
    v, h = padding if isinstance(padding, tuple) else (padding, padding)
    H, W = x.shape
    y = np.zeros((H + 2 * v, W + 2 * h))
    y[v + 1 : v + 1 + H, h + 1 : h + 1 + W] = x
    return y
# %% wrong: the slice [p:-p] is empty for a padding of 0, so that case crashes
def pad2d(x, padding):
    if isinstance(padding, tuple):
        vertical, horizontal = padding
    else:
        vertical = horizontal = padding
    output = np.zeros((x.shape[0] + 2 * vertical, x.shape[1] + 2 * horizontal))
    output[vertical:-vertical, horizontal:-horizontal] = x
    return output
# %% wrong: gives the pair straight to np.pad, which reads it as (before, after) for every axis
def pad2d(x, padding):
    return np.pad(x, padding)
# %% right: products with shifted unit matrices
def pad2d(x, padding):
    vertical, horizontal = padding if isinstance(padding, tuple) else (padding, padding)
    height, width = x.shape
    left = np.eye(height + 2 * vertical, height, k=-vertical)
    right = np.eye(width, width + 2 * horizontal, k=horizontal)
    return left @ x @ right
