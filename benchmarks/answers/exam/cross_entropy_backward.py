# %% wrong: one-hot as wide as the labels that occur, IndexError or ValueError if a class is missing
def cross_entropy_backward(logits, labels):
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    y = np.eye(labels.max() + 1)[labels]
    return (p - y) / len(labels)

# %% wrong: p[:, labels] takes 1 off the classes of all rows
def cross_entropy_backward(logits, labels):
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    p[:, labels] -= 1
    return p / len(labels)

# %% wrong: the probabilities are divided by N before the 1 is taken off, so the 1 is not divided
def cross_entropy_backward(logits, labels):
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    gradient = e / e.sum(axis=1, keepdims=True) / len(logits)
    gradient[np.arange(len(logits)), labels] -= 1
    return gradient

# %% wrong: the largest of all logits is subtracted, rows far below it become 0 / 0
def cross_entropy_backward(logits, labels):
    e = np.exp(logits - logits.max())
    p = e / e.sum(axis=1, keepdims=True)
    p[np.arange(len(labels)), labels] -= 1
    return p / len(labels)

# %% wrong: the caller's logits are changed by -=
def cross_entropy_backward(logits, labels):
    logits -= logits.max(axis=1, keepdims=True)
    e = np.exp(logits)
    p = e / e.sum(axis=1, keepdims=True)
    p[np.arange(len(labels)), labels] -= 1
    return p / len(labels)

# %% wrong: the mean over rows and classes, divides by N times C
def cross_entropy_backward(logits, labels):
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    p[np.arange(len(labels)), labels] -= 1
    return p / p.size

# %% right: one-hot by comparison
def cross_entropy_backward(logits, labels):
    z = logits - logits.max(axis=1)[:, None]
    log_p = z - np.log(np.exp(z).sum(axis=1))[:, None]
    y = np.arange(logits.shape[1]) == labels[:, None]
    return (np.exp(log_p) - y) / logits.shape[0]

# %% right: row by row
def cross_entropy_backward(logits, labels):
    gradient = np.zeros(logits.shape)
    for n, (row, label) in enumerate(zip(logits, labels)):
        e = np.exp(row - max(row))
        gradient[n] = e / sum(e)
        gradient[n, label] -= 1.0
    return gradient / len(gradient)
