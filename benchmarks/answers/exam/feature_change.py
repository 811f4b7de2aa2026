# %% wrong: only shifted is divided, brackets are missing
def feature_change(features, shifted):
    return np.linalg.norm(features - shifted / np.linalg.norm(features))

# %% wrong: the difference is written into the caller's features
def feature_change(features, shifted):
    size = np.linalg.norm(features.reshape(-1))
    features -= shifted
    return np.linalg.norm(features.reshape(-1)) / size

# %% wrong: ord=2 for an array of four axes, ValueError; for a matrix it is the spectral norm
def feature_change(features, shifted):
    return np.linalg.norm(features - shifted, ord=2) / np.linalg.norm(features, ord=2)

# %% wrong: difference of the norms instead of norm of the difference
def feature_change(features, shifted):
    a = np.sqrt(np.sum(features ** 2))
    b = np.sqrt(np.sum(shifted ** 2))
    return abs(a - b) / a

# %% wrong: mean over the images of each one's own change, instead of one norm over all
def feature_change(features, shifted):
    changes = []
    for a, b in zip(features, shifted):
        changes.append(np.linalg.norm((a - b).reshape(-1)) / np.linalg.norm(a.reshape(-1)))
    return np.mean(changes)

# %% wrong: the root is not taken, squares are compared
def feature_change(features, shifted):
    return ((features - shifted) ** 2).sum() / (features ** 2).sum()

# %% right: root of the ratio of two dot products
def feature_change(features, shifted):
    difference = (features - shifted).ravel()
    return math.sqrt(difference @ difference / (features.ravel() @ features.ravel()))
