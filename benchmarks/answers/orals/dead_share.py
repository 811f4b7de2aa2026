# %% wrong: the share of zeros among all numbers, instead of the share of units that are 0 for every input
def dead_share(activations):
    return (activations == 0).mean()
# %% wrong: all() goes over axis 0 only, so for (N, C, H, W) each pixel of each channel counts as a unit of its own; right for (N, D)
def dead_share(activations):
    dead = (activations == 0).all(axis=0)
    return dead.mean()
# %% wrong: it asks for (N, D) and (N, C, H, W) alike for axes 0, 2 and 3, so (N, D) raises AxisError; right for (N, C, H, W)
def dead_share(activations):
    silent = np.all(activations == 0, axis=(0, 2, 3))
    return np.count_nonzero(silent) / len(silent)
# %% wrong: units that are 0 for at least one input (any) count as dead, instead of those that are 0 for all (all)
def dead_share(activations):
    axes = (0,) + tuple(range(2, activations.ndim))
    return float(np.mean((activations == 0).any(axis=axes)))
# %% right: unit by unit, in a generator
def dead_share(activations):
    units = np.swapaxes(np.asarray(activations), 0, 1)
    return sum(not unit.any() for unit in units) / len(units)
