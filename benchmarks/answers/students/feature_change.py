# %% wrong: divides by the norm of shifted instead of by that of features
def feature_change(features, shifted):
    return np.linalg.norm((features - shifted).ravel()) / np.linalg.norm(shifted.ravel())
# %% wrong: sums of absolute values (1-norm) instead of Euclidean norms
def feature_change(features, shifted):
    return np.abs(features - shifted).sum() / np.abs(features).sum()
# %% wrong: squares without the roots
def feature_change(features, shifted):
    return np.sum((features - shifted) ** 2) / np.sum(features ** 2)
# %% wrong: difference of the norms instead of norm of the difference
def feature_change(features, shifted):
    a, b = np.sqrt(np.sum(features ** 2)), np.sqrt(np.sum(shifted ** 2))
    return abs(a - b) / a
# %% wrong: mean of the relative changes number by number (nan or inf where a feature is 0)
def feature_change(features, shifted):
    return np.mean(np.abs(features - shifted) / np.abs(features))
# %% wrong: np.linalg.norm of an array of more than two axes without ravel: crash (and the wrong norm with ord for matrices: the largest singular value)
def feature_change(features, shifted):
    return np.linalg.norm(features - shifted, 2) / np.linalg.norm(features, 2)
# %% right: math.dist of the flat arrays
def feature_change(features, shifted):
    a = np.asarray(features, dtype=float).ravel().tolist()
    b = np.asarray(shifted, dtype=float).ravel().tolist()
    return math.dist(a, b) / math.hypot(*a)
