# %% wrong: the bars are read as absolute values: sums of absolute values are divided, not Euclidean norms (roots of sums of squares)
def feature_change(features, shifted):
    return np.abs(features - shifted).sum() / np.abs(features).sum()
# %% wrong: divides by the norm of the shifted features, not by that of the original ones
def feature_change(features, shifted):
    a, b = features.ravel().astype(float), shifted.ravel().astype(float)
    return float(np.sqrt(((a - b) ** 2).sum()) / np.sqrt((b ** 2).sum()))
# %% wrong: computes the ratio for each image (first axis) and returns their mean, not one ratio of norms over all values
def feature_change(features, shifted):
    n = len(features)
    f, s = features.reshape(n, -1), shifted.reshape(n, -1)
    ratios = np.linalg.norm(f - s, axis=1) / np.linalg.norm(f, axis=1)
    return float(ratios.mean())
# %% wrong: subtracts in place with features -= shifted, so the first argument is changed (and the norm of the features is taken before, so that the number itself is right; whole-number features with fractional shifted raise UFuncTypeError)
def feature_change(features, shifted):
    size = np.sqrt((features ** 2).sum())
    features -= shifted
    return float(np.sqrt((features ** 2).sum()) / size)
# %% right: root of a quotient of two inner products
def feature_change(features, shifted):
    old = np.asarray(features, dtype=float).reshape(-1)
    moved = np.asarray(shifted, dtype=float).reshape(-1) - old
    return math.sqrt(np.vdot(moved, moved) / np.vdot(old, old))
