# %% wrong: a unit counts as dead if it is 0 for any input or at any pixel (any instead of all)
def dead_share(activations):
    axes = (0,) if activations.ndim == 2 else (0, 2, 3)
    return (activations == 0).any(axis=axes).mean()
# %% wrong: only axis 0 is looked at, so in (N, C, H, W) every pixel of a channel counts as a unit of its own
def dead_share(activations):
    dead = np.all(activations == 0, axis=0)
    return dead.mean()
# %% wrong: the share of all zeros among the activations, not of units that are 0 for every input
def dead_share(activations):
    zeros = np.count_nonzero(activations == 0)
    return zeros / activations.size
# %% wrong: the share of the living units is returned instead of the dead ones
def dead_share(activations):
    units = np.moveaxis(activations, 1, 0).reshape(activations.shape[1], -1)
    return np.mean([np.any(unit != 0) for unit in units])
# %% right: the largest absolute value of each unit
def dead_share(activations):
    strongest = np.abs(activations).max(axis=0)
    while strongest.ndim > 1:
        strongest = strongest.max(axis=-1)
    return 1 - np.count_nonzero(strongest) / len(strongest)
