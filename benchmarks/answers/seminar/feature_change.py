# %% wrong: the difference is divided by the norm of `shifted`, not of `features`; shows where the two norms differ
def feature_change(features, shifted):
    diff = np.linalg.norm((features - shifted).reshape(-1))
    return diff / np.linalg.norm(shifted.reshape(-1))
# %% wrong: sums of absolute values in place of Euclidean norms
def feature_change(features, shifted):
    return np.abs(features - shifted).sum() / np.abs(features).sum()
# %% wrong: the mean of the changes of the single images, not one norm over all values; shows with two images or more
def feature_change(features, shifted):
    changes = []
    for f, s in zip(features, shifted):
        changes.append(math.sqrt(((f - s) ** 2).sum()) / math.sqrt((f ** 2).sum()))
    return sum(changes) / len(changes)
# %% wrong: the number is right, but `shifted -= features` changes the caller's array
def feature_change(features, shifted):
    size = np.sqrt(np.sum(features ** 2))
    shifted -= features
    return np.sqrt(np.sum(shifted ** 2)) / size
# %% right: hypot over the flat lists
def feature_change(features, shifted):
    before, after = np.ravel(features).tolist(), np.ravel(shifted).tolist()
    return math.dist(before, after) / math.hypot(*before)
