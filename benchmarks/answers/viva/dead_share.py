# %% wrong: only axis 0 is reduced, so for (N, C, H, W) each pixel of a channel counts as a unit of its own; (N, D) is right
def dead_share(activations):
    dead = np.all(activations == 0, axis=0)
    return dead.mean()
# %% wrong: the share of the living units is returned, 1 minus what is asked
def dead_share(activations):
    axes = (0,) + tuple(range(2, activations.ndim))
    return np.mean((activations != 0).any(axis=axes))
# %% wrong: only (N, D) is handled: four axes raise a ValueError, too many values to unpack
def dead_share(activations):
    N, D = activations.shape
    dead = 0
    for unit in range(D):
        if not activations[:, unit].any():
            dead += 1
    return dead / D
# %% wrong: the number of dead units is divided by the number of inputs N instead of the number of units
def dead_share(activations):
    rows = np.moveaxis(activations, 1, 0).reshape(activations.shape[1], -1)
    count = sum(1 for row in rows if (row == 0).all())
    return count / len(activations)
# %% right: the units that occur among the places of nonzero numbers are alive
def dead_share(activations):
    alive = set(np.nonzero(activations)[1].tolist())
    return 1 - len(alive) / activations.shape[1]
