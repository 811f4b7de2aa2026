# %% wrong: divided by the norm of `shifted` and not of `features`
def feature_change(features, shifted):
    a = np.asarray(features).ravel()
    b = np.asarray(shifted).ravel()
    return np.linalg.norm(a - b) / np.linalg.norm(b)
# %% wrong: the root is missing: the sum of squared differences is divided by the sum of squares, so the result is the square of the change
def feature_change(features, shifted):
    difference = features - shifted
    return np.sum(difference ** 2) / np.sum(features ** 2)
# %% wrong: the norms are sums of absolute values (L1) and not Euclidean
def feature_change(features, shifted):
    return np.abs(features - shifted).sum() / np.abs(features).sum()
# %% wrong: the difference is computed in place (features -= shifted), which changes the argument, and the norm below is that of the difference (raises UFuncTypeError for whole-number features and fractional shifted, otherwise gives 1)
def feature_change(features, shifted):
    features -= shifted
    top = np.sqrt((features ** 2).sum())
    bottom = np.sqrt((features ** 2).sum())
    return top / bottom
# %% right: inner products with vdot, one root of the ratio
def feature_change(features, shifted):
    d = np.subtract(features, shifted, dtype=float)
    f = np.asarray(features, dtype=float)
    return math.sqrt(np.vdot(d, d) / np.vdot(f, f))
