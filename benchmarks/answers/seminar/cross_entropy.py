# %% wrong: two mistakes: the largest logit is subtracted in place so the argument changes, and the rows are summed instead of averaged
def cross_entropy(logits, labels):
    logits -= logits.max(axis=1, keepdims=True)
    total = np.log(np.exp(logits).sum(axis=1))
    right = logits[np.arange(len(labels)), labels]
    return (total - right).sum()
# %% wrong: adds 1e-12 inside the log, so a loss above about 27 for one row comes out too small
def cross_entropy(logits, labels):
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    probs = e / e.sum(axis=1, keepdims=True)
    p_right = probs[np.arange(len(logits)), labels]
    return -np.mean(np.log(p_right + 1e-12))  # never log(0)
# %% wrong: softmax runs over the images (axis 0) instead of over the classes
def cross_entropy(logits, labels):
    shifted = logits - np.max(logits, axis=0)
    logp = shifted - np.log(np.sum(np.exp(shifted), axis=0))
    loss = 0.0
    for n, label in enumerate(labels):
        loss -= logp[n, label]
    return loss / len(labels)
# %% wrong: logits[:, labels] takes every label's column for every row, so the mean runs over N x N numbers; shows when rows differ
def cross_entropy(logits, labels):
    top = logits.max(axis=1, keepdims=True)
    z = logits - top
    lse = np.log(np.exp(z).sum(axis=1, keepdims=True))
    return np.mean(lse - z[:, labels])
# %% right: one row at a time, all logits relative to the largest
def cross_entropy(logits, labels):
    losses = []
    for row, label in zip(logits, labels):
        peak = max(row)
        rest = sum(math.exp(value - peak) for value in row)
        losses.append(math.log(rest) + float(peak - row[label]))
    return math.fsum(losses) / len(losses)
