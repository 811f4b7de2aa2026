# %% wrong: relative to the shifted features instead of the original ones
def feature_change(features, shifted):
    top = math.sqrt(sum(float(a - b) ** 2 for a, b in zip(features.flat, shifted.flat)))
    bottom = math.sqrt(sum(float(b) ** 2 for b in shifted.flat))
    return top / bottom if bottom else 0.0
# %% wrong: norms first, then the difference
def feature_change(features, shifted):
    size = math.sqrt(sum(float(a) ** 2 for a in features.flat))
    other = math.sqrt(sum(float(b) ** 2 for b in shifted.flat))
    return (size - other) / size
# %% wrong: only the numerator, the division is forgotten
def feature_change(features, shifted):
    d = (features - shifted).reshape(-1)
    return math.sqrt(float(d @ d))
# %% wrong: no roots: sums of squares are divided
def feature_change(features, shifted):
    d, f = (features - shifted).reshape(-1), features.reshape(-1)
    return float(d @ d) / float(f @ f)
# %% wrong: the root is taken of the numerator only
def feature_change(features, shifted):
    d, f = (features - shifted).reshape(-1), features.reshape(-1)
    return math.sqrt(float(d @ d)) / float(f @ f)
# %% wrong: mean absolute difference over mean absolute value (L1)
def feature_change(features, shifted):
    return float(np.mean(np.abs(features - shifted)) / np.mean(np.abs(features)))
# %% wrong: numerator as the root of the mean of the squares, denominator as the root of their sum
def feature_change(features, shifted):
    return float(np.sqrt(np.mean((features - shifted) ** 2)) / np.sqrt(np.sum(features**2)))
# %% wrong: the sum instead of the difference
def feature_change(features, shifted):
    return float(np.linalg.norm(np.add(features, shifted).ravel()) / np.linalg.norm(features.ravel()))
# %% wrong: signed: total of the differences over the total of the features, signs cancel
def feature_change(features, shifted):
    total = np.sum(features)
    return float(np.sum(features - shifted) / total) if total else 0.0
# %% wrong: 1 minus the ratio, a similarity
def feature_change(features, shifted):
    d, f = (features - shifted).reshape(-1), features.reshape(-1)
    return 1 - math.sqrt(float(d @ d) / float(f @ f))
# %% wrong: parameters in the other order, shifted first
def feature_change(shifted, features):
    f = np.linalg.norm(features.ravel())
    return float(np.linalg.norm((features - shifted).ravel()) / f) if f else 0.0
# %% wrong: ValueError for arrays with more than two axes, and the spectral norm for two: np.linalg.norm(..., 2)
def feature_change(features, shifted):
    return float(np.linalg.norm(features - shifted, 2) / np.linalg.norm(features, 2))
# %% wrong: rounded to two decimals
def feature_change(features, shifted):
    return round(float(np.linalg.norm(features - shifted) / np.linalg.norm(features)), 2)
# %% right: math.sqrt of generator sums
def feature_change(features, shifted):
    top = sum(float(a - b) ** 2 for a, b in zip(features.flat, shifted.flat))
    bottom = sum(float(a) ** 2 for a in features.flat)
    return math.sqrt(top) / math.sqrt(bottom)
# %% right: einsum over flattened arrays
def feature_change(features, shifted):
    def norm(a):
        flat = np.ravel(a)
        return np.sqrt(np.einsum("i,i->", flat, flat))

    return norm(features - shifted) / norm(features)
# %% right: root of the ratio of mean squares
def feature_change(features, shifted):
    return float(np.sqrt(np.mean(np.square(features - shifted)) / np.mean(np.square(features))))
