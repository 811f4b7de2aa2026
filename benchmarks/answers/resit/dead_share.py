# %% wrong: the share of all zeros among the activations, not of units that are 0 for every input
def dead_share(activations):
    return float(np.mean(activations == 0))
# %% wrong: only the axis of the images is asked, so in (N, C, H, W) each pixel of a channel counts as a unit of its own
def dead_share(activations):
    dead = (activations == 0).all(axis=0)
    return dead.mean()
# %% wrong: any instead of all: a unit counts as dead if it is 0 for some input
def dead_share(activations):
    others = tuple(axis for axis in range(activations.ndim) if axis != 1)
    return (activations == 0).any(axis=others).mean()
# %% wrong: the number of dead units is returned, not their share
def dead_share(activations):
    units = np.moveaxis(activations, 1, 0).reshape(activations.shape[1], -1)
    return int(sum(not unit.any() for unit in units))
# %% right: the largest absolute value of each unit
def dead_share(activations):
    units = np.swapaxes(activations, 0, 1)
    alive = [np.abs(unit).max() > 0 for unit in units]
    return 1 - sum(alive) / len(units)
