# %% wrong: np.linalg.norm(..., 2) is Euclidean for vectors only: ValueError (improper number of dimensions) from three axes on, the largest singular value for two axes
def feature_change(features, shifted):
    return np.linalg.norm(features - shifted, 2) / np.linalg.norm(features, 2)
# %% wrong: the mean of the ratios of the single images (along the first axis) instead of one ratio of norms over all values; right for one image
def feature_change(features, shifted):
    ratios = [np.sqrt(np.sum((f - s) ** 2)) / np.sqrt(np.sum(f ** 2))
              for f, s in zip(features, shifted)]
    return np.mean(ratios)
# %% wrong: the difference of the two norms, ||features| - |shifted|| / |features|, instead of the norm of the difference: 0 for anything moved without loss
def feature_change(features, shifted):
    size = math.sqrt((features ** 2).sum())
    other = math.sqrt((shifted ** 2).sum())
    return abs(size - other) / size
# %% wrong: two mistakes: sums of absolute values instead of Euclidean norms, and divided by the shifted features' norm
def feature_change(features, shifted):
    difference = np.abs(features - shifted).sum()
    return difference / np.abs(shifted).sum()
# %% right: dot products of the flattened arrays
def feature_change(features, shifted):
    a = np.ravel(features).astype(float)
    d = a - np.ravel(shifted)
    return math.sqrt(d @ d) / math.sqrt(a @ a)
