# %% wrong: relative to the shifted features
def feature_change(features, shifted):
    d = (features - shifted).ravel()
    return math.sqrt(d @ d) / np.linalg.norm(shifted.ravel())
# %% wrong: the squares of the norms are compared, no root
def feature_change(features, shifted):
    return np.sum((features - shifted) ** 2) / np.sum(features ** 2)
# %% wrong: the difference of the two norms instead of the norm of the difference
def feature_change(features, shifted):
    a = np.linalg.norm(features.reshape(-1))
    b = np.linalg.norm(shifted.reshape(-1))
    return abs(a - b) / a
# %% wrong: a change for each image, then their mean
def feature_change(features, shifted):
    shares = []
    for one, other in zip(features, shifted):
        shares.append(np.linalg.norm((one - other).ravel()) / np.linalg.norm(one.ravel()))
    return np.mean(shares)
# %% right: math.dist and math.hypot over flat lists
def feature_change(features, shifted):
    one, other = np.ravel(features).tolist(), np.ravel(shifted).tolist()
    return math.dist(one, other) / math.hypot(*one)
