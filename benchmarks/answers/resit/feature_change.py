# %% wrong: two mistakes: divides by the shifted features, and takes no square roots
def feature_change(features, shifted):
    difference = shifted - features
    return np.sum(difference**2) / np.sum(shifted**2)
# %% wrong: the difference of the two norms in place of the norm of the difference
def feature_change(features, shifted):
    before = np.sqrt(np.sum(features**2))
    after = np.sqrt(np.sum(shifted**2))
    return abs(before - after) / before
# %% wrong: the mean of one ratio for each image, not one norm over all values
def feature_change(features, shifted):
    changes = [np.linalg.norm(a - b) / np.linalg.norm(a) for a, b in zip(features, shifted)]
    return np.mean(changes)
# %% wrong: subtracts in place, so the caller's features change, and the denominator is the difference: always 1
def feature_change(features, shifted):
    difference = features
    difference -= shifted
    return np.sqrt((difference**2).sum()) / np.sqrt((features**2).sum())
# %% right: math.dist from the features, and from the origin
def feature_change(features, shifted):
    a, b = np.ravel(features).tolist(), np.ravel(shifted).tolist()
    return math.dist(a, b) / math.hypot(*a)
