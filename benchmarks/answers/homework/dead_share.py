# %% wrong: share of zeros among all numbers
def dead_share(activations):
    return float((activations == 0).mean())
# %% wrong: each pixel of a channel counts as a unit
def dead_share(activations):
    return float((activations == 0).all(axis=0).mean())
# %% wrong: all over the units (axis 1): dead inputs
def dead_share(activations):
    a = activations.reshape(len(activations), activations.shape[1], -1)
    return float((a == 0).all(axis=(1, 2)).mean())
# %% wrong: any instead of all
def dead_share(activations):
    axes = (0,) + tuple(range(2, activations.ndim))
    return float((activations == 0).any(axis=axes).mean())
# %% wrong: sum == 0: positive and negative numbers cancel (only for other than ReLU), and a count, not a share
def dead_share(activations):
    axes = (0,) + tuple(range(2, activations.ndim))
    return int((activations.sum(axis=axes) == 0).sum())
# %% right: all over the other axes
def dead_share(activations):
    axes = (0,) + tuple(range(2, activations.ndim))
    return float((activations == 0).all(axis=axes).mean())
# %% right: units first, loop
def dead_share(activations):
    units = np.moveaxis(activations, 1, 0)
    return sum(not np.any(u) for u in units) / len(units)
