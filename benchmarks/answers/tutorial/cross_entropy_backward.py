# %% wrong: two mistakes: gradient[:, labels] takes 1 off in every row at all columns that occur as a label, and nothing is divided by N
def cross_entropy_backward(logits, labels):
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    gradient = powers / powers.sum(axis=1, keepdims=True)
    gradient[:, labels] -= 1
    return gradient
# %% wrong: the largest logit of the whole array is subtracted, not that of the row, so a row far below the others (about 750 or more) underflows to 0 / 0 = nan; right otherwise
def cross_entropy_backward(logits, labels):
    z = np.exp(logits - np.max(logits))
    p = z / z.sum(axis=1)[:, None]
    y = np.eye(logits.shape[1])[labels]
    return (p - y) / len(logits)
# %% wrong: takes labels as y itself: p - labels raises ValueError (shapes (N, C) and (N,)), or for N = C broadcasts the class numbers along the columns
def cross_entropy_backward(logits, labels):
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return (p - labels) / len(labels)
# %% wrong: the numbers are right, but logits is changed in place by the subtraction of the largest logit
def cross_entropy_backward(logits, labels):
    logits -= logits.max(axis=1, keepdims=True)
    shares = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
    for row, label in enumerate(labels):
        shares[row, label] -= 1
    return shares / len(labels)
# %% right: one row at a time
def cross_entropy_backward(logits, labels):
    result = []
    for row, label in zip(np.asarray(logits, dtype=float), labels):
        p = np.exp(row - row.max())
        p = p / p.sum()
        p[label] -= 1
        result.append(p / len(logits))
    return np.array(result)
