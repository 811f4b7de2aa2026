# %% wrong: takes a ratio for each image of the batch and averages the ratios, not one norm over all values
def feature_change(features, shifted):
    batch = len(features)
    a = features.reshape(batch, -1).astype(float)
    b = shifted.reshape(batch, -1).astype(float)
    return float(np.mean(np.linalg.norm(a - b, axis=1) / np.linalg.norm(a, axis=1)))


# %% wrong: the denominator is the mean of both norms, a symmetric relative difference
def feature_change(features, shifted):
    f, g = np.asarray(features, float), np.asarray(shifted, float)
    norm = lambda a: math.sqrt(np.sum(a * a))
    return 2 * norm(f - g) / (norm(f) + norm(g))


# %% wrong: subtracts in place, so `shifted` is changed
def feature_change(features, shifted):
    shifted -= features
    return np.sqrt((shifted ** 2).sum()) / np.sqrt((features ** 2).sum())


# %% right: scalar products of the flattened arrays
def feature_change(features, shifted):
    a = np.array(features, dtype=float).ravel()
    difference = a - np.array(shifted, dtype=float).ravel()
    return math.sqrt(difference @ difference) / math.sqrt(a @ a)
