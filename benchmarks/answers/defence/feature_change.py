# %% wrong: divides by the norm of shifted instead of the norm of features
def feature_change(features, shifted):
    difference = (features - shifted).reshape(-1)
    return np.linalg.norm(difference) / np.linalg.norm(shifted.reshape(-1))
# %% wrong: the square roots are missing: the ratio of the sums of squares, which is the square of the answer
def feature_change(features, shifted):
    return np.sum((features - shifted) ** 2) / np.sum(features ** 2)
# %% wrong: the subtraction is done in place (features -= shifted), so the argument features is changed (and with integer features and float shifted it raises a UFuncTypeError); the number returned is right
def feature_change(features, shifted):
    size = np.sqrt((features ** 2).sum())
    features -= shifted
    return np.sqrt((features ** 2).sum()) / size
# %% wrong: sums of absolute values (the 1-norm) instead of Euclidean norms
def feature_change(features, shifted):
    return np.abs(features - shifted).sum() / np.abs(features).sum()
# %% right: dot products of the flattened arrays with themselves
def feature_change(features, shifted):
    before = np.ravel(features).astype(float)
    step = np.ravel(shifted) - before
    return math.sqrt((step @ step) / (before @ before))
