# %% wrong: not divided by N, so the gradient is that of the sum; shows with two or more rows
def cross_entropy_backward(logits, labels):
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    p[np.arange(len(labels)), labels] -= 1
    return p
# %% wrong: takes 1 off in every label's column of all rows (gradient[:, labels]); shows as soon as two labels differ
def cross_entropy_backward(logits, labels):
    n = logits.shape[0]
    shifted = logits - logits.max(axis=1)[:, None]
    gradient = np.exp(shifted)
    gradient /= gradient.sum(axis=1)[:, None]
    gradient[:, labels] -= 1.0
    return gradient / n
# %% wrong: the row sums lose their axis (no keepdims): crash unless N is C or 1, and for N = C rows are divided by the wrong sums
def cross_entropy_backward(logits, labels):
    big = np.max(logits, axis=1, keepdims=True)
    ex = np.exp(logits - big)
    soft = ex / np.sum(ex, axis=1)
    onehot = np.eye(logits.shape[1])[labels]
    return (soft - onehot) / len(logits)
# %% wrong: subtracts the largest logit of all rows instead of the row's own, so a row about 750 or more below another becomes 0/0 = nan
def cross_entropy_backward(logits, labels):
    N, C = logits.shape
    ex = np.exp(logits - logits.max())
    grad = ex / ex.sum(axis=1, keepdims=True)
    for n in range(N):
        grad[n, labels[n]] -= 1
    return grad / N
# %% right: log-sum-exp with logaddexp and a one-hot matrix by comparison
def cross_entropy_backward(logits, labels):
    rows, classes = np.shape(logits)
    log_total = np.logaddexp.reduce(np.asarray(logits, dtype=float), axis=1)
    y = np.asarray(labels)[:, None] == np.arange(classes)
    return (np.exp(logits - log_total[:, None]) - y) / rows
