# %% wrong: takes the difference of the two norms in place of the norm of the difference; too small, 0 for arrays of equal norm
def feature_change(features, shifted):
    a = np.linalg.norm(features.reshape(-1))
    b = np.linalg.norm(shifted.reshape(-1))
    return abs(a - b) / a
# %% wrong: the quotient is computed for each image on its own and then averaged, not over all values; shows with two images or more
def feature_change(features, shifted):
    n = len(features)
    diff = (features - shifted).reshape(n, -1)
    base = features.reshape(n, -1)
    each = np.sqrt((diff ** 2).sum(axis=1)) / np.sqrt((base ** 2).sum(axis=1))
    return each.mean()
# %% wrong: sums of absolute values in place of Euclidean norms
def feature_change(features, shifted):
    return np.sum(np.abs(features - shifted)) / np.sum(np.abs(features))
# %% wrong: the result is right but the difference is written into features, so the argument is changed (an error if features holds whole numbers and shifted fractions)
def feature_change(features, shifted):
    norm = np.sqrt(np.sum(features ** 2))
    features -= shifted
    return np.sqrt(np.sum(features ** 2)) / norm
# %% right: math.dist and math.hypot over flat lists
def feature_change(features, shifted):
    a, b = np.asarray(features, float).ravel().tolist(), np.asarray(shifted, float).ravel().tolist()
    return math.dist(a, b) / math.hypot(*a)
