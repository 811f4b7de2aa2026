# %% wrong: divides by the number of all logits, N * C, instead of the number of rows N
def cross_entropy_backward(logits, labels):
    z = np.exp(logits - logits.max(axis=1, keepdims=True))
    gradient = z / z.sum(axis=1, keepdims=True)
    gradient[np.arange(len(labels)), labels] -= 1
    return gradient / logits.size
# %% wrong: the row's largest logit is not subtracted before exp, so large logits such as 1000 overflow and give nan
def cross_entropy_backward(logits, labels):
    n = logits.shape[0]
    p = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
    p[range(n), labels] -= 1
    return p / n
# %% wrong: the softmax is taken over the whole array instead of over each row, so a row's probabilities do not add up to 1
def cross_entropy_backward(logits, labels):
    exps = np.exp(logits - np.max(logits))
    probabilities = exps / np.sum(exps)
    one_hot = np.zeros(logits.shape)
    for row, label in enumerate(labels):
        one_hot[row, label] = 1
    return (probabilities - one_hot) / len(logits)
# %% wrong: gradient[:, labels] -= 1 takes 1 off in all rows for every column that occurs among the labels, instead of only at the row's own label
def cross_entropy_backward(logits, labels):
    shifted = logits - logits.max(axis=1)[:, None]
    gradient = np.exp(shifted)
    gradient /= gradient.sum(axis=1)[:, None]
    gradient[:, labels] -= 1
    return gradient / gradient.shape[0]
# %% right: log-softmax by logaddexp, minus rows of the identity matrix
def cross_entropy_backward(logits, labels):
    rows, classes = logits.shape
    log_p = logits - np.logaddexp.reduce(logits, axis=1, keepdims=True)
    return (np.exp(log_p) - np.eye(classes)[labels]) / rows
