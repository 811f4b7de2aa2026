# %% wrong: the sign is missing: the mean of log p instead of -log p, so the loss is negative
def cross_entropy(logits, labels):
    z = logits - logits.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    return log_p[np.arange(len(labels)), labels].mean()
# %% wrong: the losses of the rows are summed instead of averaged
def cross_entropy(logits, labels):
    total = 0.0
    for row, label in zip(logits, labels):
        row = row - row.max()
        total += np.log(np.sum(np.exp(row))) - row[label]
    return total
# %% wrong: the mean over the whole log-probability table: divides by N * C instead of N (one-hot times -log p, then np.mean over all entries)
def cross_entropy(logits, labels):
    N, C = logits.shape
    shifted = logits - logits.max(axis=1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    one_hot = np.eye(C)[labels]
    return float(np.mean(-one_hot * log_p))
# %% wrong: the row's largest logit is subtracted inside the exponentials only, not from the logit of the right class (and not added back), so the loss is too small by the mean of the rows' largest logits
def cross_entropy(logits, labels):
    largest = logits.max(axis=1, keepdims=True)
    log_sum = np.log(np.exp(logits - largest).sum(axis=1))
    picked = logits[np.arange(len(logits)), labels]
    return np.mean(log_sum - picked)
# %% right: np.logaddexp over the differences to the right class
def cross_entropy(logits, labels):
    logits = np.asarray(logits, float)
    of_right = np.take_along_axis(logits, np.asarray(labels)[:, None], axis=1)
    return float(np.logaddexp.reduce(logits - of_right, axis=1).mean())
