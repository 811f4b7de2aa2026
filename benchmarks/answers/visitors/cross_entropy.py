# %% wrong: clips p to at least 1e-7, so the loss of very wrong answers never exceeds 16.1
def cross_entropy(logits, labels):
    e = np.exp(logits - np.max(logits, axis=1, keepdims=True))
    p = e / np.sum(e, axis=1, keepdims=True)
    p = np.clip(p, 1e-7, 1 - 1e-7)
    one_hot = np.eye(logits.shape[1])[labels]
    return float(-np.mean(np.sum(one_hot * np.log(p), axis=1)))


# %% wrong: computes the entropy of the predicted p, and the labels are not used
def cross_entropy(logits, labels):
    log_p = logits - np.logaddexp.reduce(logits, axis=1)[:, None]
    p = np.exp(log_p)
    return float(np.mean(-(p * log_p).sum(axis=1)))


# %% wrong: p[:, labels] takes all labels in every row, not each row's own one
def cross_entropy(logits, labels):
    logits = logits - logits.max(axis=1, keepdims=True)
    log_p = logits - np.log(np.exp(logits).sum(axis=1, keepdims=True))
    return -np.mean(log_p[:, labels])


# %% right: row by row, the loss as log of one plus the sum of the others' advantage
def cross_entropy(logits, labels):
    total = 0.0
    for row, label in zip(np.asarray(logits, dtype=float), labels):
        ahead = row - row[label]
        top = ahead.max()
        total += top + math.log(np.exp(ahead - top).sum())
    return total / len(labels)
