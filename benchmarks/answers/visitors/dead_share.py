# %% wrong: takes the last axis for the units, as with channels last
def dead_share(activations):
    units = activations.reshape(-1, activations.shape[-1])
    return float(np.mean(np.all(units == 0, axis=0)))


# %% wrong: gives the share of all activations that are 0, not of units that are 0 for every input
def dead_share(activations):
    a = np.asarray(activations)
    return np.count_nonzero(a == 0) / a.size


# %% wrong: looks along the inputs only, so every pixel of a map counts as a unit of its own
def dead_share(activations):
    dead = 0
    flat = activations.reshape(len(activations), -1)
    for unit in range(flat.shape[1]):
        if np.all(flat[:, unit] == 0):
            dead += 1
    return dead / flat.shape[1]


# %% right: counts the living units
def dead_share(activations):
    units = np.moveaxis(np.asarray(activations), 1, 0)
    alive = sum(1 for unit in units if unit.any())
    return (len(units) - alive) / len(units)
