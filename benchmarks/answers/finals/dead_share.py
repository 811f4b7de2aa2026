# %% wrong: the share of zeros among all numbers
def dead_share(activations):
    return float(np.mean(activations == 0))
# %% wrong: for (N, D) it asks each image and not each unit, .all(axis=1)
def dead_share(activations):
    silent = activations == 0
    if activations.ndim == 4:
        dead = silent.all(axis=(0, 2, 3))
    else:
        dead = silent.all(axis=1)
    return float(np.mean(dead))
# %% wrong: each pixel of a channel is a unit of its own
def dead_share(activations):
    alive = (activations != 0).any(axis=0)
    return 1 - np.count_nonzero(alive) / alive.size
# %% wrong: the number of dead units, not their share
def dead_share(activations):
    dead = 0
    for unit in range(activations.shape[1]):
        if not np.any(activations[:, unit]):
            dead += 1
    return dead
# %% right: units moved to the front and flattened
def dead_share(activations):
    units = np.moveaxis(activations, 1, 0).reshape(activations.shape[1], -1)
    dead = [not row.any() for row in units]
    return sum(dead) / len(dead)
