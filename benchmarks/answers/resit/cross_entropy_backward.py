# %% wrong: two mistakes: divided by the number of classes instead of the number of rows N, and nothing is subtracted before exp, so large logits overflow (not a number)
def cross_entropy_backward(logits, labels):
    p = np.exp(logits)
    p = p / p.sum(axis=1, keepdims=True)
    p[np.arange(len(labels)), labels] -= 1
    return p / logits.shape[1]
# %% wrong: the largest of all logits is subtracted, not that of the row, so a row far below it gives 0 / 0, not a number
def cross_entropy_backward(logits, labels):
    powers = np.exp(logits - logits.max())
    gradient = powers / powers.sum(axis=1, keepdims=True)
    gradient[np.arange(len(labels)), labels] -= 1
    return gradient / len(labels)
# %% wrong: gradient[labels] -= 1 takes 1 off whole rows instead of one number of each row (and ends in an IndexError where a label is N or more)
def cross_entropy_backward(logits, labels):
    powers = np.exp(logits - np.max(logits, axis=1, keepdims=True))
    gradient = powers / powers.sum(axis=1, keepdims=True)
    gradient[labels] -= 1
    return gradient / len(logits)
# %% wrong: the sign is turned round, (y - p) / N
def cross_entropy_backward(logits, labels):
    p = np.exp(logits - logits.max(axis=1)[:, None])
    p = p / p.sum(axis=1)[:, None]
    y = np.eye(logits.shape[1])[labels]
    return (y - p) / len(labels)
# %% right: logarithms of the shares, row by row
def cross_entropy_backward(logits, labels):
    rows = []
    for row, label in zip(np.asarray(logits, float), labels):
        share = np.exp(row - np.logaddexp.reduce(row))
        rows.append((share - (np.arange(len(row)) == label)) / len(logits))
    return np.array(rows)
