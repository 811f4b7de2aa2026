# %% wrong: for images each pixel of a channel counts as a unit of its own, only axis 0 is looked at
def dead_share(activations):
    dead = (activations == 0).all(axis=0)
    return dead.mean()
# %% wrong: two mistakes: a unit counts as dead if it is 0 for any input (any instead of all), and the number of units is returned instead of their share
def dead_share(activations):
    other_axes = (0,) + tuple(range(2, activations.ndim))
    return np.sum(np.any(activations == 0, axis=other_axes))
# %% wrong: the axes (0, 2, 3) are fixed, so activations (N, D) raise an AxisError
def dead_share(activations):
    zero = activations == 0
    return zero.all(axis=(0, 2, 3)).sum() / activations.shape[1]
# %% wrong: units and inputs are mixed up, it gives the share of the images (axis 0) for which everything is 0
def dead_share(activations):
    flat = activations.reshape(len(activations), -1)
    count = 0
    for row in flat:
        if not row.any():
            count += 1
    return count / len(flat)
# %% right: counts the living units by count_nonzero
def dead_share(activations):
    units = np.moveaxis(activations, 1, 0).reshape(activations.shape[1], -1)
    alive = sum(1 for unit in units if np.count_nonzero(unit))
    return 1 - alive / len(units)
