# %% wrong: divides by the norm of the shifted features
def feature_change(features, shifted):
    return float(np.linalg.norm((features - shifted).ravel()) / np.linalg.norm(shifted.ravel()))
# %% wrong: np.linalg.norm without flattening: spectral norm (ord 2) for matrices, error for more than two axes
def feature_change(features, shifted):
    return float(np.linalg.norm(features - shifted, 2) / np.linalg.norm(features, 2))
# %% wrong: no root, the ratio of the squared norms
def feature_change(features, shifted):
    diff = np.asarray(features, float) - np.asarray(shifted, float)
    return float((diff ** 2).sum() / (np.asarray(features, float) ** 2).sum())
# %% wrong: answers 0 where np.allclose finds no difference (small features, small changes)
def feature_change(features, shifted):
    a = np.asarray(features, dtype=float)
    b = np.asarray(shifted, dtype=float)
    if np.allclose(a, b):
        return 0.0
    return float(np.sqrt(((a - b) ** 2).sum()) / np.sqrt((a ** 2).sum()))
# %% wrong: an epsilon of 1e-8 in the denominator, noticeable for small features
def feature_change(features: np.ndarray, shifted: np.ndarray) -> float:
    a = features.astype(np.float64)
    b = shifted.astype(np.float64)
    numerator = np.sqrt(np.sum((a - b) ** 2))
    denominator = np.sqrt(np.sum(a ** 2)) + 1e-8
    return float(numerator / denominator)
# %% wrong: subtracts unsigned bytes without a cast, they wrap round
def feature_change(features, shifted):
    d = (features - shifted).astype(float)
    f = features.astype(float)
    return math.sqrt((d * d).sum()) / math.sqrt((f * f).sum())
# %% wrong: difference of the norms instead of the norm of the difference
def feature_change(features, shifted):
    nf = math.sqrt(sum(float(v) ** 2 for v in np.ravel(features)))
    ns = math.sqrt(sum(float(v) ** 2 for v in np.ravel(shifted)))
    return abs(nf - ns) / nf
# %% wrong: mean over the last axis of ratios of norms, right for one axis only
def feature_change(features, shifted):
    a = np.asarray(features, float)
    b = np.asarray(shifted, float)
    top = np.sqrt(((a - b) ** 2).sum(axis=-1))
    bottom = np.sqrt((a ** 2).sum(axis=-1))
    return float(np.mean(top / bottom))
# %% right: linalg
def feature_change(features, shifted):
    a = np.ravel(features).astype(float)
    b = np.ravel(shifted).astype(float)
    return float(np.linalg.norm(a - b) / np.linalg.norm(a))
# %% right: loop
def feature_change(features, shifted):
    top = bottom = 0.0
    for a, b in zip(np.asarray(features).flatten(), np.asarray(shifted).flatten()):
        a, b = float(a), float(b)
        top += (a - b) ** 2
        bottom += a ** 2
    return (top ** 0.5) / (bottom ** 0.5)
