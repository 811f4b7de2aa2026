# %% wrong: softmax over the columns, axis 0
def cross_entropy_backward(logits, labels):
    e = np.exp(logits - logits.max(axis=0))
    p = e / e.sum(axis=0)
    p[np.arange(len(labels)), labels] -= 1
    return p / len(labels)
# %% wrong: not divided by N
def cross_entropy_backward(logits, labels):
    e = np.exp(logits - np.max(logits, axis=1, keepdims=True))
    return e / np.sum(e, axis=1, keepdims=True) - np.eye(logits.shape[1])[labels]
# %% wrong: takes 1 off in the columns of all labels: [:, labels] instead of one number of each row
def cross_entropy_backward(logits, labels):
    shifted = logits - logits.max(1, keepdims=True)
    p = np.exp(shifted)
    p /= p.sum(1, keepdims=True)
    p[:, labels] -= 1
    return p / len(p)
# %% wrong: exp without subtracting the largest logit, which overflows to nan for logits of 1000
def cross_entropy_backward(logits, labels):
    n, c = logits.shape
    gradient = np.zeros((n, c))
    for i in range(n):
        e = np.exp(logits[i])
        for k in range(c):
            gradient[i, k] = e[k] / e.sum() - (k == labels[i])
    return gradient / n
# %% wrong: subtracts the largest logit of the whole batch: rows far below it become 0 / 0
def cross_entropy_backward(logits, labels):
    e = np.exp(logits - logits.max())
    y = (np.arange(logits.shape[1]) == np.reshape(labels, (-1, 1)))
    return (e / e.sum(axis=1)[:, None] - y) / len(logits)
# %% wrong: the largest logit is subtracted in the caller's array
def cross_entropy_backward(logits, labels):
    logits -= logits.max(axis=1, keepdims=True)
    p = np.exp(logits)
    p /= p.sum(axis=1, keepdims=True)
    p[np.arange(len(labels)), labels] -= 1
    return p / len(labels)
# %% right: by log-sum-exp, and probabilities as exp of the difference
def cross_entropy_backward(logits, labels):
    n, classes = logits.shape
    top = logits.max(axis=1)
    log_total = top + np.log(np.exp(logits - top[:, None]).sum(axis=1))
    p = np.exp(logits - log_total[:, None])
    wanted = np.asarray(labels)[:, None] == np.arange(classes)
    return (p - wanted) / n
