# %% wrong: the share of zeros among all activations, instead of units that are always 0
def dead_share(activations):
    return np.mean(activations == 0)
# %% wrong: a pixel of a map is taken for a unit: only axis 0 is asked
def dead_share(activations):
    return (activations == 0).all(axis=0).mean()
# %% wrong: any instead of all: a unit that is 0 once counts as dead
def dead_share(activations):
    axes = (0,) + tuple(range(2, activations.ndim))
    return (activations == 0).any(axis=axes).mean()
# %% wrong: the mask is overwritten by each image, so only the last image counts
def dead_share(activations):
    dead = None
    for one in activations:
        flat = one.reshape(len(one), -1)
        dead = (flat == 0).all(axis=1)
    return dead.mean()
# %% wrong: sums up the values of a unit, so that positive and negative ones can cancel to 0
def dead_share(activations):
    axes = tuple(axis for axis in range(activations.ndim) if axis != 1)
    return np.mean(activations.sum(axis=axes) == 0)
# %% wrong: always asks axes 0, 2 and 3 (AxisError for a dense layer's (N, D))
def dead_share(activations):
    return np.mean((activations == 0).all(axis=(0, 2, 3)))
# %% right: count of nonzeros in each unit's row
def dead_share(activations):
    units = np.moveaxis(activations, 1, 0).reshape(activations.shape[1], -1)
    return sum(np.count_nonzero(unit) == 0 for unit in units) / len(units)
