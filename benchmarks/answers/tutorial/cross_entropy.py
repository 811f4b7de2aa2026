# %% wrong: probabilities below 1e-12 are raised to 1e-12, so a row's loss can never exceed 27.6; right for milder mistakes
def cross_entropy(logits, labels):
    z = logits - logits.max(axis=1, keepdims=True)
    p = np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)
    right = p[np.arange(len(labels)), labels]
    return -np.log(np.clip(right, 1e-12, 1)).mean()
# %% wrong: logits[labels] picks whole rows instead of one logit of each row: the answer is an array, or it raises IndexError (a label of N or more) or ValueError
def cross_entropy(logits, labels):
    top = logits.max(axis=1)
    lse = top + np.log(np.exp(logits - top[:, None]).sum(axis=1))
    return (lse - logits[labels].T).mean(axis=1)
# %% wrong: two mistakes: no largest logit is subtracted, so large logits overflow to inf or nan, and the losses are added up without dividing by N
def cross_entropy(logits, labels):
    total = 0.0
    for row, label in zip(logits, labels):
        p = np.exp(row) / np.sum(np.exp(row))
        total += -np.log(p[label])
    return total
# %% wrong: the mean is taken over all N · C entries of the one-hot product, so the loss is too small by the number of classes
def cross_entropy(logits, labels):
    shifted = logits - logits.max(axis=1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    onehot = np.zeros(logits.shape)
    onehot[np.arange(len(labels)), labels] = 1
    return np.mean(-onehot * log_p)
# %% right: logaddexp reduces each row
def cross_entropy(logits, labels):
    losses = [np.logaddexp.reduce(row) - row[label]
              for row, label in zip(np.asarray(logits, dtype=float), labels)]
    return float(np.mean(losses))
