# %% wrong: divided by the norm of the shifted features
def feature_change(features, shifted):
    return float(np.linalg.norm(features - shifted) / np.linalg.norm(shifted))
# %% wrong: the difference of the norms instead of the norm of the difference
def feature_change(features, shifted):
    a, b = np.linalg.norm(features), np.linalg.norm(shifted)
    return float(abs(a - b) / a)
# %% wrong: not divided, the absolute change
def feature_change(features, shifted):
    return float(np.linalg.norm(features - shifted))
# %% wrong: sums of absolute values instead of Euclidean norms
def feature_change(features, shifted):
    return float(np.abs(features - shifted).sum() / np.abs(features).sum())
# %% wrong: the roots are missing, a ratio of squares
def feature_change(features, shifted):
    return float(np.sum((features - shifted) ** 2) / np.sum(features**2))
# %% wrong: divided by the sum of both norms
def feature_change(features, shifted):
    difference = np.linalg.norm(features - shifted)
    return float(difference / (np.linalg.norm(features) + np.linalg.norm(shifted)))
# %% wrong: one value for each row, norm along the last axis
def feature_change(features, shifted):
    return np.linalg.norm(features - shifted, axis=-1) / np.linalg.norm(features, axis=-1)
# %% wrong: the signed differences are added before squaring, so they cancel
def feature_change(features, shifted):
    return float(np.sqrt(np.sum(features - shifted) ** 2) / np.sqrt(np.sum(features**2)))
# %% wrong: the mean of the elementwise relative changes
def feature_change(features, shifted):
    return float(np.mean(np.abs(features - shifted) / np.maximum(np.abs(features), 1e-12)))
# %% wrong: the difference is stored in the caller's features
def feature_change(features, shifted):
    whole = np.sqrt((features**2).sum())
    features[...] = features - shifted
    return float(np.sqrt((features**2).sum()) / whole)
# %% wrong: the percentage, multiplied by 100
def feature_change(features, shifted):
    return 100 * float(np.linalg.norm(features - shifted) / np.linalg.norm(features))
# %% wrong: largest difference over largest value (maximum norm)
def feature_change(features, shifted):
    return float(np.max(np.abs(features - shifted)) / np.max(np.abs(features)))
# %% right: np.linalg.norm
def feature_change(features, shifted):
    return float(np.linalg.norm((features - shifted).ravel()) / np.linalg.norm(features.ravel()))
# %% right: roots of sums of squares
def feature_change(features, shifted):
    difference = np.sqrt(np.sum((features - shifted) ** 2))
    return difference / np.sqrt(np.sum(features**2))
# %% right: root of the ratio, by dot products
def feature_change(features, shifted):
    a, b = features.reshape(-1).astype(float), shifted.reshape(-1).astype(float)
    return math.sqrt(np.dot(a - b, a - b) / np.dot(a, a))
