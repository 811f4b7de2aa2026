# %% wrong: share of all zeros, not of the units that are always zero
def dead_share(activations):
    return np.mean(activations == 0)
# %% wrong: any instead of all: a unit that is 0 for one input counts as dead
def dead_share(activations):
    axes = (0,) if activations.ndim == 2 else (0, 2, 3)
    return np.mean(np.any(activations == 0, axis=axes))
# %% wrong: for (N, C, H, W) every pixel of a channel counts as a unit of its own (all over axis 0 only); right for (N, D)
def dead_share(activations):
    dead = (activations == 0).all(axis=0)
    return dead.mean()
# %% wrong: gives the share of the living units, 1 minus the right answer
def dead_share(activations):
    if activations.ndim == 4:
        activations = activations.transpose(0, 2, 3, 1).reshape(-1, activations.shape[1])
    return np.mean(np.any(activations != 0, axis=0))
# %% wrong: gives the number of dead units instead of their share
def dead_share(activations):
    axes = tuple(i for i in range(activations.ndim) if i != 1)
    return int(np.all(activations == 0, axis=axes).sum())
# %% wrong: reduces over axis 1 and so counts inputs for which all units are 0
def dead_share(activations):
    flat = activations.reshape(len(activations), -1)
    silent = (flat == 0).all(axis=1)
    return silent.sum() / len(silent)
# %% wrong: divides the number of dead units by N, the number of inputs, instead of by the number of units
def dead_share(activations):
    axes = (0,) if activations.ndim == 2 else (0, 2, 3)
    dead = np.all(activations == 0, axis=axes)
    return dead.sum() / len(activations)
# %% right: unit by unit with a comprehension
def dead_share(activations):
    units = activations.shape[1]
    dead = [not np.count_nonzero(activations[:, u]) for u in range(units)]
    return sum(dead) / units
