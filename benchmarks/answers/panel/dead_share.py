# %% wrong: counts all zeros: the share of activations that are 0, not of units that are 0 for every input
def dead_share(activations):
    return np.mean(activations == 0)
# %% wrong: only the images are an axis to ask over; for (N, C, H, W) each pixel of a channel counts as a unit of its own
def dead_share(activations):
    dead = (activations == 0).all(axis=0)
    return float(dead.mean())
# %% wrong: any in place of all, a unit that is 0 for one input (or at one pixel) counts as dead
def dead_share(activations):
    a = np.asarray(activations)
    axes = (0,) + tuple(range(2, a.ndim))
    return np.any(a == 0, axis=axes).mean()
# %% wrong: a unit counts as dead if none of its values is positive, so units with negative values (leaky ReLU, tanh) count, too
def dead_share(activations):
    count = 0
    for unit in range(activations.shape[1]):
        if activations[:, unit].max() <= 0:
            count += 1
    return count / activations.shape[1]
# %% right: units first, count what is not zero in each
def dead_share(activations):
    units = np.moveaxis(np.asarray(activations), 1, 0)
    alive = [np.count_nonzero(unit) > 0 for unit in units]
    return 1 - sum(alive) / len(alive)
