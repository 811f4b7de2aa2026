# %% wrong: the share of all zeros, not of the units that are 0 for every input; too large as soon as a live unit is 0 once
def dead_share(activations):
    return np.mean(activations == 0)
# %% wrong: only axis 0 is looked at: for (N, C, H, W) each pixel of a channel counts as a unit of its own; right for (N, D)
def dead_share(activations):
    dead = np.all(activations == 0, axis=0)
    return dead.mean()
# %% wrong: the number of dead units is returned, not their share (not divided by the number of units)
def dead_share(activations):
    if activations.ndim == 4:
        dead = (activations == 0).all(axis=(0, 2, 3))
    else:
        dead = (activations == 0).all(axis=0)
    return np.count_nonzero(dead)
# %% wrong: any in place of all: a unit counts as dead if it is 0 for one input (or at one pixel)
def dead_share(activations):
    count = 0
    units = activations.shape[1]
    for unit in range(units):
        values = activations[:, unit]
        if (values == 0).any():
            count += 1
    return count / units
# %% right: live units by np.nonzero, one minus their share
def dead_share(activations):
    activations = np.asarray(activations)
    alive = set(np.nonzero(activations)[1].tolist())
    return 1 - len(alive) / activations.shape[1]
