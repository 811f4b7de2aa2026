# %% wrong: divided by the shifted norm
def feature_change(features, shifted):
    return np.linalg.norm((features - shifted).ravel()) / np.linalg.norm(shifted.ravel())
# %% wrong: difference of the norms
def feature_change(features, shifted):
    a, b = np.linalg.norm(features.ravel()), np.linalg.norm(shifted.ravel())
    return abs(a - b) / a
# %% wrong: squares, no root
def feature_change(features, shifted):
    return ((features - shifted) ** 2).sum() / (features ** 2).sum()
# %% wrong: sum of absolute values
def feature_change(features, shifted):
    return np.abs(features - shifted).sum() / np.abs(features).sum()
# %% right: roots
def feature_change(features, shifted):
    return float(np.sqrt(((features - shifted) ** 2).sum() / (features ** 2).sum()))
