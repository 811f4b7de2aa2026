# %% wrong: np.linalg.norm with ord 2: ValueError for arrays of more than two axes, the largest singular value for matrices; right for one axis
def feature_change(features, shifted):
    return np.linalg.norm(features - shifted, 2) / np.linalg.norm(features, 2)
# %% wrong: the change is computed for each image and then averaged, in place of one norm over all values; right for a batch of one
def feature_change(features, shifted):
    changes = []
    for a, b in zip(features, shifted):
        changes.append(np.sqrt(np.sum((a - b) ** 2)) / np.sqrt(np.sum(a ** 2)))
    return np.mean(changes)
# %% wrong: difference of the two norms in place of the norm of the difference: features that only moved count as unchanged
def feature_change(features, shifted):
    before = math.sqrt(float((features ** 2).sum()))
    after = math.sqrt(float((shifted ** 2).sum()))
    return abs(before - after) / before
# %% wrong: two mistakes: features -= shifted changes the caller's array, and the difference is then divided by its own norm, so the answer is always 1 (UFuncTypeError where features are whole numbers and shifted are not)
def feature_change(features, shifted):
    features -= shifted
    change = np.linalg.norm(features.ravel())
    size = np.linalg.norm(features.ravel())
    return change / size
# %% right: dot products of the flattened arrays
def feature_change(features, shifted):
    a = np.asarray(features, dtype=float).ravel()
    d = a - np.asarray(shifted, dtype=float).ravel()
    return math.sqrt((d @ d) / (a @ a))
