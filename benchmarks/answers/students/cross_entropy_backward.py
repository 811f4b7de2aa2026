# %% wrong: forgets the division by N; it is the gradient of the sum (right for N = 1)
def cross_entropy_backward(logits, labels):
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    p[np.arange(len(labels)), labels] -= 1
    return p
# %% wrong: no maximum is subtracted: exp overflows for logits like 1000 and the answer is nan
def cross_entropy_backward(logits, labels):
    p = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
    y = np.eye(logits.shape[1])[labels]
    return (p - y) / len(logits)
# %% wrong: p[:, labels] -= 1 takes 1 from the columns of all labels in every row, not from each row's own
def cross_entropy_backward(logits, labels):
    shifted = logits - logits.max(axis=1, keepdims=True)
    p = np.exp(shifted) / np.exp(shifted).sum(axis=1, keepdims=True)
    p[:, labels] -= 1
    return p / len(labels)
# %% wrong: divides by all numbers (N * C), p.size, instead of by N
def cross_entropy_backward(logits, labels):
    z = np.exp(logits - np.max(logits, axis=1, keepdims=True))
    p = z / np.sum(z, axis=1, keepdims=True)
    one_hot = np.zeros(logits.shape)
    one_hot[np.arange(len(labels)), labels] = 1
    return (p - one_hot) / p.size
# %% wrong: softmax over the wrong axis: normalises over the batch (axis 0) instead of over the classes
def cross_entropy_backward(logits, labels):
    e = np.exp(logits - logits.max(axis=0))
    p = e / e.sum(axis=0)
    y = np.eye(logits.shape[1])[labels]
    return (p - y) / logits.shape[0]
# %% wrong: sign turned, (y - p) / N, which points downhill
def cross_entropy_backward(logits, labels):
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    y = (np.arange(logits.shape[1]) == np.asarray(labels)[:, None]).astype(float)
    return (y - p) / len(y)
# %% wrong: subtracts the maximum in place from logits; the argument is changed (and integer logits of another row maximum stay integers)
def cross_entropy_backward(logits, labels):
    logits -= logits.max(axis=1, keepdims=True)
    e = np.exp(logits)
    grad = e / e.sum(axis=1, keepdims=True)
    grad[np.arange(logits.shape[0]), labels] -= 1
    return grad / logits.shape[0]
# %% right: row by row, probability of class k as 1 / sum of exp of differences written by a log-sum-exp
def cross_entropy_backward(logits, labels):
    rows = []
    for z, right in zip(np.asarray(logits, dtype=float), labels):
        log_sum = z.max() + math.log(np.exp(z - z.max()).sum())
        row = np.exp(z - log_sum)
        row[right] -= 1.0
        rows.append(row / len(logits))
    return np.stack(rows)
