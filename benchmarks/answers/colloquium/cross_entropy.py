# %% wrong: the sum over the rows is returned and not the mean
def cross_entropy(logits, labels):
    z = logits - logits.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    return -log_p[np.arange(len(labels)), labels].sum()
# %% wrong: the largest logit is not subtracted, so logits of about 1000 overflow in exp and the loss is nan or inf
def cross_entropy(logits, labels):
    p = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
    return float(np.mean([-np.log(p[n, label]) for n, label in enumerate(labels)]))
# %% wrong: log_p[:, labels] picks for each row the columns of all labels (an N x N array) and not one number of each row, so the mean is over wrong classes too
def cross_entropy(logits, labels):
    shifted = logits - logits.max(axis=1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return -np.mean(log_p[:, labels])
# %% wrong: two mistakes: the minus sign is forgotten, so the loss is negative, and the mean is over all N * C entries of the one-hot product, so it is C times too small
def cross_entropy(logits, labels):
    z = logits - np.max(logits, axis=1, keepdims=True)
    log_p = z - np.log(np.sum(np.exp(z), axis=1, keepdims=True))
    one_hot = np.eye(logits.shape[1])[labels]
    return np.mean(one_hot * log_p)
# %% right: np.logaddexp reduced along the row
def cross_entropy(logits, labels):
    z = np.asarray(logits, float)
    right = np.take_along_axis(z, np.reshape(labels, (-1, 1)), axis=1)[:, 0]
    return float((np.logaddexp.reduce(z, axis=1) - right).mean())
