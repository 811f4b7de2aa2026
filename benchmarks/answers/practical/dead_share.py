# %% wrong: the share of all numbers that are 0 is returned, not of the units that are 0 for every input
def dead_share(activations):
    return float((activations == 0).mean())
# %% wrong: only axis 0 is reduced: right for (N, D), but for (N, C, H, W) each pixel of a channel counts as a unit of its own
def dead_share(activations):
    never = np.all(activations == 0, axis=0)
    return np.count_nonzero(never) / never.size
# %% wrong: two mistakes: axis 0 is taken for the units, so it asks of each image instead of each unit, and the number of dead is returned instead of the share
def dead_share(activations):
    dead = 0
    for unit in activations:
        if not unit.any():
            dead += 1
    return dead
# %% wrong: axes (0, 2, 3) are always reduced: right for (N, C, H, W), AxisError for (N, D)
def dead_share(activations):
    largest = activations.max(axis=(0, 2, 3))
    return float(np.mean(largest == 0))
# %% right: unit by unit in a list comprehension
def dead_share(activations):
    units = np.moveaxis(np.asarray(activations), 1, 0)
    return sum(not unit.any() for unit in units) / len(units)
