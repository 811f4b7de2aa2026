# %% wrong: np.linalg.norm is called with ord 2, which for a 2-D array is the largest singular value, and which crashes for 3 or 4 axes; right for one axis only
def feature_change(features, shifted):
    return np.linalg.norm(features - shifted, 2) / np.linalg.norm(features, 2)
# %% wrong: the number is right, but `features` is overwritten with the difference (-=); shows when the array is looked at afterwards
def feature_change(features, shifted):
    size = np.sqrt(np.sum(features ** 2))
    features -= shifted
    return np.sqrt(np.sum(features ** 2)) / size
# %% wrong: divides by the norm of `shifted` instead of `features`; shows when the two norms differ
def feature_change(features, shifted):
    d = features - shifted
    return float(math.sqrt((d * d).sum()) / math.sqrt((shifted * shifted).sum()))
# %% wrong: takes a ratio for each image (first axis) and returns their mean, instead of one norm over all values; right for a batch of 1 only
def feature_change(features, shifted):
    n = len(features)
    diff = (features - shifted).reshape(n, -1)
    base = features.reshape(n, -1)
    with np.errstate(all="ignore"):
        ratios = np.linalg.norm(diff, axis=1) / np.linalg.norm(base, axis=1)
    return ratios.mean()
# %% right: the distance of two points, by math.dist
def feature_change(features, shifted):
    here, there = np.ravel(features).tolist(), np.ravel(shifted).tolist()
    return math.dist(here, there) / math.hypot(*here)
