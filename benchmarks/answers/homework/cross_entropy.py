# %% wrong: sum in place of the mean
def cross_entropy(logits, labels):
    z = logits - logits.max(1, keepdims=True)
    return float((np.log(np.exp(z).sum(1)) - z[np.arange(len(z)), labels]).sum())
# %% wrong: log(p + 1e-8) and unshifted: wrong for tiny p
def cross_entropy(logits, labels):
    z = logits - logits.max(axis=1, keepdims=True)
    p = np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)
    return -np.mean(np.log(p[np.arange(len(p)), labels] + 1e-8))
# %% wrong: softmax over the batch (axis 0)
def cross_entropy(logits, labels):
    z = logits - logits.max(axis=0)
    p = np.exp(z) / np.exp(z).sum(axis=0)
    return -np.log(p[np.arange(len(labels)), labels]).mean()
# %% wrong: mean over all N * C entries of -y log p
def cross_entropy(logits, labels):
    z = logits - logits.max(axis=1, keepdims=True)
    logp = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    return -np.mean(np.eye(logits.shape[1])[labels] * logp)
# %% wrong: the shift is added to the sum but not taken off the right logit
def cross_entropy(logits, labels):
    m = logits.max(axis=1)
    s = np.log(np.exp(logits - m[:, None]).sum(axis=1))
    return np.mean(s - logits[np.arange(len(labels)), labels])
# %% wrong: subtracts the largest in place: logits changed
def cross_entropy(logits, labels):
    logits -= logits.max(axis=1, keepdims=True)
    return np.mean(np.log(np.exp(logits).sum(axis=1)) - logits[np.arange(len(labels)), labels])
# %% right: log-sum-exp
def cross_entropy(logits, labels):
    z = logits - logits.max(1, keepdims=True)
    return float(np.mean(np.log(np.exp(z).sum(1)) - z[np.arange(len(z)), labels]))
# %% right: logaddexp.reduce
def cross_entropy(logits, labels):
    right = np.take_along_axis(logits, np.asarray(labels)[:, None], axis=1)[:, 0]
    return (np.logaddexp.reduce(logits, axis=1) - right).mean()
