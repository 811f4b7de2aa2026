# %% wrong: the mean is taken over all N * C entries of the one-hot table, so the loss is too small by a factor of C
def cross_entropy(logits, labels):
    z = logits - logits.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    one_hot = np.eye(logits.shape[1])[labels]
    return float(-(one_hot * log_p).mean())
# %% wrong: the largest logit is subtracted in the log of the sum, but the logit of the right class is taken from the unshifted logits, so each row is off by its largest logit
def cross_entropy(logits, labels):
    n = len(labels)
    shifted = logits - logits.max(axis=1, keepdims=True)
    log_sum = np.log(np.exp(shifted).sum(axis=1))
    return np.mean(log_sum - logits[np.arange(n), labels])
# %% wrong: takes -log of the mean of the probabilities, not the mean of their -log
def cross_entropy(logits, labels):
    e = np.exp(logits - logits.max(axis=1)[:, None])
    p = e / e.sum(axis=1)[:, None]
    right = p[np.arange(len(p)), labels]
    return -np.log(right.mean())
# %% wrong: the losses of the rows are added up, not averaged: the division by N is missing
def cross_entropy(logits, labels):
    total = 0.0
    for row, label in zip(logits, labels):
        row = row - row.max()
        total += math.log(np.exp(row).sum()) - row[label]
    return total
# %% right: log of the sum of exp of (logit - right logit), by logaddexp
def cross_entropy(logits, labels):
    own = np.take_along_axis(np.asarray(logits, float), np.asarray(labels)[:, None], axis=1)
    return float(np.logaddexp.reduce(logits - own, axis=1).mean())
