# %% wrong: log of the mean probability instead of mean of the logs
def cross_entropy(logits, labels):
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return -np.log(p[np.arange(len(labels)), labels].mean())

# %% wrong: 1e-12 inside the log, a probability of 0 costs 27.6 at most
def cross_entropy(logits, labels):
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return -np.mean(np.log(p[np.arange(len(labels)), labels] + 1e-12))

# %% wrong: p[:, labels] takes the classes of all rows from every row
def cross_entropy(logits, labels):
    z = logits - logits.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    return -log_p[:, labels].mean()

# %% wrong: the largest logit is subtracted inside the exp but not added back
def cross_entropy(logits, labels):
    z = logits - logits.max(axis=1, keepdims=True)
    return np.mean(np.log(np.exp(z).sum(axis=1)) - logits[np.arange(len(labels)), labels])

# %% wrong: logarithm of base 10
def cross_entropy(logits, labels):
    z = logits - logits.max(axis=1, keepdims=True)
    total = np.exp(z).sum(axis=1)
    return np.mean(np.log10(total) - z[np.arange(len(labels)), labels] * np.log10(np.e))

# %% wrong: the wrong classes are counted too, -log(1 - p) is added for them
def cross_entropy(logits, labels):
    z = logits - logits.max(axis=1, keepdims=True)
    p = np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)
    y = np.eye(logits.shape[1])[labels]
    terms = np.where(y == 1, -np.log(np.clip(p, 1e-300, 1)), -np.log(np.clip(1 - p, 1e-300, 1)))
    return terms.sum(axis=1).mean()

# %% right: logaddexp over the classes
def cross_entropy(logits, labels):
    total = np.logaddexp.reduce(logits, axis=1)
    return np.mean(total - np.take_along_axis(logits, np.asarray(labels)[:, None], axis=1)[:, 0])
