# %% wrong: two mistakes: the division by N is missing, and the sign is reversed (y - p instead of p - y)
def cross_entropy_backward(logits, labels):
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    grad = -e / e.sum(axis=1, keepdims=True)
    grad[np.arange(len(labels)), labels] += 1
    return grad
# %% wrong: nothing is subtracted before np.exp, so large logits (such as 1000) overflow and give nan; small ones are right
def cross_entropy_backward(logits, labels):
    N, C = logits.shape
    p = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
    y = np.eye(C)[labels]
    return (p - y) / N
# %% wrong: gradient[:, labels] takes 1 off in all rows for every class that occurs in labels, instead of one number of each row
def cross_entropy_backward(logits, labels):
    shifted = logits - np.max(logits, axis=1, keepdims=True)
    exps = np.exp(shifted)
    gradient = exps / np.sum(exps, axis=1, keepdims=True)
    gradient[:, labels] -= 1
    return gradient / len(logits)
# %% wrong: softmax is taken down the columns (over the images, axis 0) instead of along each row (over the classes, axis 1)
def cross_entropy_backward(logits, labels):
    def softmax(z):
        z = np.exp(z - z.max(axis=0))
        return z / z.sum(axis=0)
    one_hot = np.zeros(logits.shape)
    one_hot[np.arange(len(logits)), labels] = 1
    return (softmax(logits) - one_hot) / len(logits)
# %% right: each probability from the differences of logits, without a separate softmax
def cross_entropy_backward(logits, labels):
    z = np.asarray(logits, float)
    top = z.max(axis=1)
    log_sum = top + np.log(np.exp(z.T - top).sum(axis=0))
    right = np.asarray(labels)[:, None] == np.arange(z.shape[1])
    return (np.exp(z - log_sum[:, None]) - right) / len(z)
