# %% wrong: divides by the number of all logits, N times C, not by N
def cross_entropy_backward(logits, labels):
    z = logits - np.max(logits, axis=-1, keepdims=True)
    p = np.exp(z) / np.sum(np.exp(z), axis=-1, keepdims=True)
    one_hot = np.eye(logits.shape[-1])[labels]
    return (p - one_hot) / logits.size


# %% wrong: takes softmax for a function of each logit alone (slope p(1 - p)), so the other classes get 0
def cross_entropy_backward(logits, labels):
    N, C = logits.shape
    p = np.exp(logits - logits.max(axis=1, keepdims=True))
    p /= p.sum(axis=1, keepdims=True)
    y = (np.arange(C) == labels[:, None]).astype(float)
    # chain rule: d(-log p)/dp = -1/p, dp/dz = p (1 - p)
    return -y / np.maximum(p, 1e-300) * p * (1 - p) / N


# %% wrong: exp is divided by the sum over the whole batch, not over each row
def cross_entropy_backward(logits, labels):
    exp = np.exp(logits - np.max(logits))
    probs = exp / np.sum(exp)
    N = logits.shape[0]
    grad = probs.copy()
    grad[np.arange(N), labels] -= 1
    return grad / N


# %% right: log of the sum of exp by logaddexp, then the 1 is taken off row by row
def cross_entropy_backward(logits, labels):
    z = np.asarray(logits, dtype=float)
    log_total = np.logaddexp.reduce(z, axis=1)
    gradient = np.exp(z - log_total[:, None])
    for row, label in enumerate(labels):
        gradient[row, label] -= 1
    return gradient / len(z)
