# %% wrong: no + 1
def measured_field(gradient):
    r, c = np.nonzero(gradient)
    return r.max() - r.min(), c.max() - c.min()
# %% wrong: positive values only
def measured_field(gradient):
    r, c = np.nonzero(gradient > 0)
    return r.max() - r.min() + 1, c.max() - c.min() + 1
# %% wrong: rows and columns counted that have a value (holes are left out)
def measured_field(gradient):
    return int((gradient != 0).any(axis=1).sum()), int((gradient != 0).any(axis=0).sum())
# %% wrong: counts from row and column 0 instead of the smallest ones
def measured_field(gradient):
    r, c = np.nonzero(gradient)
    return r.max() + 1, c.max() + 1
# %% right: ptp
def measured_field(gradient):
    r, c = np.nonzero(gradient)
    return int(np.ptp(r)) + 1, int(np.ptp(c)) + 1
