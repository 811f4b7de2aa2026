# %% wrong: the sum over the images instead of the mean
def cross_entropy(logits, labels):
    z = logits - logits.max(axis=1, keepdims=True)
    logp = z - np.log(np.sum(np.exp(z), axis=1, keepdims=True))
    return -sum(logp[i, k] for i, k in enumerate(labels))
# %% wrong: the mean over all entries of N × C, too small by the number of classes
def cross_entropy(logits, labels):
    z = logits - logits.max(axis=1, keepdims=True)
    logp = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    onehot = np.eye(logits.shape[1])[labels]
    return float(-np.mean(onehot * logp))
# %% wrong: an epsilon of 1e-7 inside the logarithm, so a confident mistake never costs more than 16
def cross_entropy(logits, labels):
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return float(np.mean(-np.log(p[np.arange(len(labels)), labels] + 1e-7)))
# %% wrong: log of base 2
def cross_entropy(logits, labels):
    losses = []
    for row, label in zip(logits, labels):
        row = row - max(row)
        losses.append(-np.log2(np.exp(row[label]) / np.sum(np.exp(row))))
    return float(np.mean(losses))
# %% wrong: the minus sign is missing
def cross_entropy(logits, labels):
    m = logits.max(1)
    right = logits[np.arange(len(logits)), labels]
    return np.mean(right - m - np.log(np.exp(logits - m[:, None]).sum(1)))
# %% wrong: the loss of the class that is answered, the label is not used
def cross_entropy(logits, labels):
    z = logits - logits.max(axis=1, keepdims=True)
    p = np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)
    return float(-np.log(p.max(axis=1)).mean())
# %% right: np.logaddexp.reduce
def cross_entropy(logits, labels):
    everything = np.logaddexp.reduce(logits, axis=1)
    chosen = np.take_along_axis(logits, np.asarray(labels)[:, None], axis=1)[:, 0]
    return float(np.sum(everything - chosen) / len(logits))
