# %% wrong: always reduces axes (0, 2, 3), so dense activations (N, D) raise AxisError; right for (N, C, H, W)
def dead_share(activations):
    dead = (activations == 0).all(axis=(0, 2, 3))
    return dead.mean()
# %% wrong: asks over the images only, so in (N, C, H, W) each pixel of a channel counts as a unit of its own; right for (N, D)
def dead_share(activations):
    return float(np.mean(np.all(activations == 0, axis=0)))
# %% wrong: compares with 0 by np.isclose, so a unit whose answers are tiny but not 0 (below 1e-8) counts as dead
def dead_share(activations):
    units = np.moveaxis(activations, 1, 0)
    dead = [np.isclose(unit, 0).all() for unit in units]
    return sum(dead) / len(dead)
# %% wrong: two mistakes: goes along axis 0, so it asks which images have no active unit instead of which units are dead, and returns the share that is alive
def dead_share(activations):
    alive = 0
    for each in activations:
        if np.any(each > 0):
            alive += 1
    return alive / len(activations)
# %% right: the largest absolute value of each unit
def dead_share(activations):
    others = tuple(axis for axis in range(activations.ndim) if axis != 1)
    return np.count_nonzero(np.abs(activations).max(axis=others) == 0) / activations.shape[1]
