# %% wrong: the rows are added up instead of averaged
def cross_entropy(logits, labels):
    shifted = logits - logits.max(axis=1, keepdims=True)
    logs = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return -logs[np.arange(len(labels)), labels].sum()
# %% wrong: nothing is subtracted before exp, so large logits overflow to infinity (or not a number)
def cross_entropy(logits, labels):
    powers = np.exp(logits)
    p = powers / powers.sum(axis=1, keepdims=True)
    return np.mean(-np.log(p[np.arange(len(labels)), labels]))
# %% wrong: the largest logit is subtracted inside of the exp only; the logit of the right class is taken unshifted
def cross_entropy(logits, labels):
    largest = logits.max(axis=1, keepdims=True)
    sums = np.log(np.exp(logits - largest).sum(axis=1))
    return (sums - logits[np.arange(len(labels)), labels]).mean()
# %% wrong: logits[:, labels] takes the labels of all images in every row, so the mean goes over N times N numbers
def cross_entropy(logits, labels):
    shifted = logits - logits.max(axis=1, keepdims=True)
    logs = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return -np.mean(logs[:, labels])
# %% right: logaddexp.reduce
def cross_entropy(logits, labels):
    logits = np.asarray(logits, dtype=float)
    right = np.take_along_axis(logits, np.asarray(labels)[:, None], axis=1)[:, 0]
    return float(np.mean(np.logaddexp.reduce(logits, axis=1) - right))
