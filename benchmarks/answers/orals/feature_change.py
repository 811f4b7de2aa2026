# %% wrong: the number is right, but the difference is written into features, so the argument is changed
def feature_change(features, shifted):
    size = np.linalg.norm(features.reshape(-1))
    features -= shifted
    return np.linalg.norm(features.reshape(-1)) / size
# %% wrong: divides by the norm of shifted instead of the norm of features
def feature_change(features, shifted):
    norm = lambda a: np.sqrt((np.asarray(a, dtype=float) ** 2).sum())
    return norm(features - shifted) / norm(shifted)
# %% wrong: the roots are forgotten: the sums of squares are divided, so the result is the square of what is wanted
def feature_change(features, shifted):
    difference = (features - shifted).ravel()
    flat = features.ravel()
    return np.dot(difference, difference) / np.dot(flat, flat)
# %% wrong: computes a ratio for each image (first axis) and takes the mean of these, instead of one norm over all values
def feature_change(features, shifted):
    a = features.reshape(len(features), -1)
    b = shifted.reshape(len(shifted), -1)
    ratios = np.linalg.norm(a - b, axis=1) / np.linalg.norm(a, axis=1)
    return ratios.mean()
# %% right: math.dist and math.hypot on plain lists
def feature_change(features, shifted):
    before = np.ravel(features).tolist()
    after = np.ravel(shifted).tolist()
    return math.dist(before, after) / math.hypot(*before)
