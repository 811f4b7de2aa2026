# %% wrong: the share of all numbers that are 0, not of the units that are 0 for every input
def dead_share(activations):
    return np.mean(activations == 0)
# %% wrong: each pixel of a channel counts as a unit (all over axis 0 only); shows for (N, C, H, W)
def dead_share(activations):
    dead = (activations == 0).all(axis=0)
    return dead.sum() / dead.size
# %% wrong: any instead of all, so a unit that is 0 for one input already counts as dead
def dead_share(activations):
    axes = (0,) if activations.ndim == 2 else (0, 2, 3)
    dead = (activations == 0).any(axis=axes)
    return float(dead.mean())
# %% wrong: two mistakes: looks along axis 1 and so counts the inputs for which all units are 0, and returns percent instead of a share from 0 to 1
def dead_share(activations):
    zero = activations == 0
    if zero.ndim == 4:
        zero = zero.all(axis=(2, 3))
    how_many = 0
    for row in zero:
        if row.all():
            how_many += 1
    return 100 * how_many / len(zero)
# %% right: one unit at a time, counted with np.any
def dead_share(activations):
    units = np.moveaxis(activations, 1, 0)
    alive = sum(1 for unit in units if np.any(unit))
    return (len(units) - alive) / len(units)
