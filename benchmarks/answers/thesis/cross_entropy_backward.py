# %% wrong: the 1 / N is missing (sum of the rows instead of the mean); shows for N above 1
def cross_entropy_backward(logits, labels):
    z = logits - logits.max(axis=1, keepdims=True)
    e = np.exp(z)
    p = e / e.sum(axis=1, keepdims=True)
    p[np.arange(len(labels)), labels] -= 1
    return p
# %% wrong: the largest logit of the whole array is subtracted, not that of the row: a row far below (by about 800) becomes 0 / 0 = nan; right for logits of ordinary size
def cross_entropy_backward(logits, labels):
    N = logits.shape[0]
    shifted = logits - np.max(logits)
    exps = np.exp(shifted)
    probs = exps / exps.sum(axis=1)[:, None]
    probs[range(N), labels] -= 1
    return probs / N
# %% wrong: 1 is taken off in all the columns named by labels for every row (gradient[:, labels]), not one number a row; right for N = 1 only, or if all labels are equal
def cross_entropy_backward(logits, labels):
    gradient = np.exp(logits - logits.max(1, keepdims=True))
    gradient /= gradient.sum(1, keepdims=True)
    gradient[:, labels] -= 1
    return gradient / len(logits)
# %% wrong: softmax is taken down the columns (axis 0) instead of along the rows (axis 1)
def cross_entropy_backward(logits, labels):
    N, C = logits.shape
    y = np.eye(C)[labels]
    ex = np.exp(logits - logits.max(axis=0))
    p = ex / ex.sum(axis=0)
    return (p - y) / N
# %% right: p by logaddexp, y by comparing class numbers
def cross_entropy_backward(logits, labels):
    z = np.asarray(logits, dtype=float)
    log_total = np.logaddexp.reduce(z, axis=1, keepdims=True)
    p = np.exp(z - log_total)
    y = np.arange(z.shape[1])[None, :] == np.asarray(labels)[:, None]
    return np.divide(p - y, z.shape[0])
