# %% wrong: exp without subtracting the row's maximum: inf or nan for logits like 1000
def cross_entropy(logits, labels):
    p = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
    return -np.log(p[np.arange(len(labels)), labels]).mean()
# %% wrong: sum over the rows instead of mean (right for one row)
def cross_entropy(logits, labels):
    z = logits - logits.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    return -log_p[np.arange(len(labels)), labels].sum()
# %% wrong: adds a small number inside the logarithm, -log(p + 1e-7): a hopeless row answers about 16 and not its true loss
def cross_entropy(logits, labels):
    e = np.exp(logits - np.max(logits, axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return float(np.mean(-np.log(p[np.arange(len(p)), labels] + 1e-7)))
# %% wrong: forgets the minus sign
def cross_entropy(logits, labels):
    z = logits - logits.max(axis=1, keepdims=True)
    log_sum = np.log(np.exp(z).sum(axis=1))
    return np.mean(z[np.arange(len(z)), labels] - log_sum)
# %% wrong: after the shift it takes the right class's logit from the unshifted logits, so each row is off by its maximum
def cross_entropy(logits, labels):
    shifted = logits - logits.max(axis=1, keepdims=True)
    log_sum = np.log(np.exp(shifted).sum(axis=1))
    right = logits[np.arange(len(labels)), labels]
    return (log_sum - right).mean()
# %% wrong: log_p[:, labels] picks an N by N table (every row with all labels) instead of one number a row
def cross_entropy(logits, labels):
    z = logits - logits.max(axis=1, keepdims=True)
    log_p = z - np.log(np.sum(np.exp(z), axis=1, keepdims=True))
    return -np.mean(log_p[:, labels])
# %% wrong: mean over all N * C numbers of y * log p, so it is too small by the factor C
def cross_entropy(logits, labels):
    z = logits - logits.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    y = np.eye(logits.shape[1])[labels]
    return -np.mean(y * log_p)
# %% right: np.logaddexp.reduce does the whole logarithm of the sum
def cross_entropy(logits, labels):
    logits = np.asarray(logits, dtype=float)
    right = np.take_along_axis(logits, np.asarray(labels)[:, None], axis=1)[:, 0]
    return float(np.mean(np.logaddexp.reduce(logits, axis=1) - right))
