# %% wrong: two mistakes: the minus sign is missing (mean of log p instead of -log p), and the row's largest logit is not subtracted before exp, so logits of 1000 overflow to nan
def cross_entropy(logits, labels):
    p = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
    return np.log(p[np.arange(len(labels)), labels]).mean()
# %% wrong: the sum over the rows instead of the mean
def cross_entropy(logits, labels):
    shifted = logits - logits.max(axis=1, keepdims=True)
    log_sum = np.log(np.exp(shifted).sum(axis=1))
    total = 0.0
    for row, label in enumerate(labels):
        total += log_sum[row] - shifted[row, label]
    return total
# %% wrong: p[:, labels] picks for each row the classes of all rows, so the mean is over N * N pairs of row and label instead of each row with its own label
def cross_entropy(logits, labels):
    z = logits - logits.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    return -log_p[:, labels].mean()
# %% wrong: the binary formula: adds -log(1 - p) of all wrong classes to -log p of the right one (and gives inf or nan where a p rounds to 0 or 1)
def cross_entropy(logits, labels):
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    y = np.eye(logits.shape[1])[labels]
    losses = -(y * np.log(p) + (1 - y) * np.log(1 - p)).sum(axis=1)
    return losses.mean()
# %% right: row by row in plain Python, with math.fsum
def cross_entropy(logits, labels):
    losses = []
    for row, label in zip(np.asarray(logits, float).tolist(), labels):
        top = max(row)
        log_sum = top + math.log(math.fsum(math.exp(value - top) for value in row))
        losses.append(log_sum - row[label])
    return math.fsum(losses) / len(losses)
